# What a variable creator is given.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
x = tf.zeros([2, 8, 8, 4])
x1 = tf.zeros([2, 8, 4])
x3 = tf.zeros([2, 8, 8, 8, 4])
seen = []


def creator(next_creator, **kwargs):
    seen.append(sorted(kwargs))
    return next_creator(**kwargs)


with tf.variable_creator_scope(creator):
    tf.get_variable("v", [2])
    tf.Variable(1.0, name="w")
for i, s in enumerate(seen):
    for k in s:
        tf.get_variable("%d/%s" % (i, k), [1])

