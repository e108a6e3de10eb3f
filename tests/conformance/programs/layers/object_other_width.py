# A Dense object called with an input of another width is refused by the layer itself, not by the store.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
layer = tf.layers.Dense(4)
layer(tf.zeros([2, 3]))
layer(tf.zeros([2, 5]))
