# reuse=False at the layer does not switch off the reuse of the scope around it, so the variables are shared.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
x = tf.zeros([2, 3])
with tf.variable_scope("m"):
    tf.layers.dense(x, 4, name="fc")
with tf.variable_scope("m", reuse=True):
    tf.layers.dense(x, 4, name="fc", reuse=False)
