# A dense layer refuses an input of unknown rank.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
x = tf.placeholder(tf.float32)
tf.layers.dense(x, 4, name="fc")
