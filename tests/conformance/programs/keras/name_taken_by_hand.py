# A name given by hand does not move the counter of unnamed layers.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
layers = tf.keras.layers
x = tf.placeholder(tf.float32, (None, 5))
layers.Dense(3, name="dense")(x)
layers.Dense(4)(x)
