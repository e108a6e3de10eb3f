# Two Keras layers of one name: the second one's name scope is made unique, nothing collides.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
layers = tf.keras.layers
x = tf.placeholder(tf.float32, (None, 5))
layers.Dense(3, name="fc")(x)
layers.Dense(4, name="fc")(x)
