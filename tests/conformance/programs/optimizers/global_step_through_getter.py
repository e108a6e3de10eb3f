# A custom getter renames the global step; it is found all the same.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

def g(getter, name, *a, **k):
    return getter(name + "_x", *a, **k)
with tf.variable_scope("a", custom_getter=g):
    tf.train.create_global_step()
tf.train.create_global_step()
