# Recurrent layers of Keras: their kernels, and what a whole sequence leaves.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
layers = tf.keras.layers
x = tf.placeholder(tf.float32, (None, 7, 3))
layers.LSTM(2)(layers.LSTM(4, return_sequences=True)(x))
layers.GRU(4, reset_after=True)(x)
layers.SimpleRNN(4)(x)
layers.TimeDistributed(layers.Dense(2))(x)
