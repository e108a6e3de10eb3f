# Layer normalisation, and slopes that are learnt.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
layers = tf.keras.layers
x = tf.placeholder(tf.float32, (None, 4, 4, 5))
layers.PReLU(shared_axes=[1, 2])(layers.LayerNormalization()(x))
