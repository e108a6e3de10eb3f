# A Dense object owns the scope fc, and the function tf.layers.dense(name="fc") does not uniquify: fc/kernel already exists.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
x = tf.zeros([2, 3])
layer = tf.layers.Dense(4, name="fc")
layer(x)
tf.layers.dense(x, 4, name="fc")
