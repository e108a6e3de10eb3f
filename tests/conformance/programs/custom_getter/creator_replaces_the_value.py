# A creator may replace the initial value and take keywords away.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
x = tf.zeros([2, 8, 8, 4])
x1 = tf.zeros([2, 8, 4])
x3 = tf.zeros([2, 8, 8, 8, 4])
def creator(next_creator, **kwargs):
    kwargs["initial_value"] = tf.ones([3])
    kwargs["collections"] = ["x"]
    del kwargs["synchronization"]
    del kwargs["shape"]
    return next_creator(**kwargs)


with tf.variable_creator_scope(creator):
    tf.Variable(1.0, name="w")
    tf.get_variable("v", [2])

