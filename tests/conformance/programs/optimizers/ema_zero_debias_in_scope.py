# Inside a scope the debias variables sit below the average's op name once more; under reuse the average does not exist.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
w = tf.get_variable("w", [2])
doubled = tf.multiply(w, 2.0, name="doubled")
ema = tf.train.ExponentialMovingAverage(0.9, zero_debias=True)
with tf.variable_scope("stats"):
    ema.apply([doubled])
with tf.variable_scope("more", reuse=True):
    ema.apply([tf.identity(w, name="copy")])
