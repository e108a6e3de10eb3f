# A float64 input on a shared float32 layer: Trying to share variable fc/kernel, but specified dtype float64.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
tf.layers.dense(tf.zeros([2, 3]), 4, name="fc")
tf.layers.dense(tf.zeros([2, 3], tf.float64), 4, name="fc", reuse=True)
