# A Keras variable cannot be shared by get_variable.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
layers = tf.keras.layers
x = tf.placeholder(tf.float32, (None, 5))
layers.Dense(3)(x)
with tf.variable_scope("dense", reuse=True):
    tf.get_variable("kernel", (5, 3))
