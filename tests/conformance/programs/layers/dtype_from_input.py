# A layer's variables take the input's dtype, so a float64 input makes float64 variables.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
x = tf.zeros([2, 3], tf.float64)
tf.layers.dense(x, 4, name="double")
tf.layers.batch_normalization(tf.cast(x, tf.float32), name="single")
