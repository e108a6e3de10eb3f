# A sharing call with use_bias=False takes the kernel and leaves the existing bias alone.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
x = tf.zeros([2, 3])
tf.layers.dense(x, 4, name="fc")
tf.layers.dense(x, 4, use_bias=False, name="fc", reuse=True)
