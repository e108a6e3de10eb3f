# Keras variables and the store's only share the names of operations.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
layers = tf.keras.layers
x = tf.placeholder(tf.float32, (None, 5))
tf.get_variable("dense/kernel", (2, 2))
layers.Dense(3)(x)
with tf.variable_scope("", reuse=tf.AUTO_REUSE):
    tf.get_variable("dense/bias", (7,))
