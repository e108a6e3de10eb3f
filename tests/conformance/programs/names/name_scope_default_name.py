# A name scope may have a default name.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

def op(x, name=None):
    with tf.name_scope(name, "op", [x]):
        return tf.Variable(x, name="v")


op(0.0)
op(0.0, "mine")
op(0.0)
