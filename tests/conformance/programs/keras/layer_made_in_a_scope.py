# A Keras layer takes the scope in which it is called, not the one it was made in.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
layers = tf.keras.layers
x = tf.placeholder(tf.float32, (None, 5))
with tf.variable_scope("a"):
    layer = layers.Dense(3)
layer(x)
