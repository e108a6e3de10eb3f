# The first call had use_bias=False, so the sharing call finds the kernel and raises for the bias, which does not exist.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
x = tf.zeros([2, 3])
tf.layers.dense(x, 4, use_bias=False, name="fc")
tf.layers.dense(x, 4, name="fc", reuse=True)
