# The missing name is reported where the object is made, before any with.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

def scope_for(name=None):
    return tf.variable_scope(name)


scope = scope_for()
