# Two dense layers with the same name and no reuse: fc/kernel already exists.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
x = tf.placeholder(tf.float32, [None, 3])
tf.layers.dense(x, 4, name="fc")
tf.layers.dense(x, 4, name="fc")
