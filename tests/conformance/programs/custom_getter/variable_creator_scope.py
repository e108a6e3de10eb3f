# A creator scope sees tf.Variable and get_variable, with op names still to come.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
names = []


def creator(next_creator, **kwargs):
    names.append(kwargs["name"])
    return next_creator(**kwargs)


with tf.variable_creator_scope(creator):
    tf.Variable(0.0, name="v")
    tf.get_variable("w", [1])
assert names == ["v", "w"]
