# zero_debias=True adds biased and local_step variables for an averaged tensor.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
w = tf.get_variable("w", [2])
doubled = tf.multiply(w, 2.0, name="doubled")
tf.train.ExponentialMovingAverage(0.9, zero_debias=True).apply([doubled])
