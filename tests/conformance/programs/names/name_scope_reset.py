# A name scope of None goes back to the root.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.name_scope("a"):
    tf.Variable(0.0, name="v")
    with tf.name_scope(None):
        tf.Variable(0.0, name="v")
