# reuse=True on the first dense layer of a name: fc/kernel does not exist.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
x = tf.placeholder(tf.float32, [None, 3])
tf.layers.dense(x, 4, name="fc", reuse=True)
tf.layers.dense(x, 4, name="fc")
