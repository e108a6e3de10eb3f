# Convolutional recurrences, and convolutions whose weights are not shared.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
L = tf.keras.layers
x = tf.placeholder(tf.float32, (None, 3, 8, 8, 2))
y = L.ConvLSTM2D(4, 3)(x)
tf.get_variable("a", y.shape[1:])
y = L.ConvLSTM2D(4, (3, 2), padding="same", return_sequences=True, use_bias=False, strides=2)(x)
tf.get_variable("b", y.shape[1:])
with tf.variable_scope("vs"):
    L.ConvLSTM2D(4, 3, padding="same", data_format="channels_first", name="cf")(x)
with tf.name_scope("ns"):
    L.ConvLSTM2D(4, 3)(x)
z = tf.placeholder(tf.float32, (None, 8, 3))
i = tf.placeholder(tf.float32, (None, 8, 9, 3))
y = L.LocallyConnected1D(4, 3)(z)
tf.get_variable("l1", y.shape[1:])
y = L.LocallyConnected1D(4, 3, strides=2, use_bias=False)(z)
tf.get_variable("l2", y.shape[1:])
y = L.LocallyConnected1D(4, 3, padding="same", implementation=2)(z)
tf.get_variable("l3", y.shape[1:])
y = L.LocallyConnected1D(4, 3, padding="same", implementation=3)(z)
tf.get_variable("l4", y.shape[1:])
y = L.LocallyConnected2D(4, 3)(i)
tf.get_variable("l5", y.shape[1:])
y = L.LocallyConnected2D(4, (3, 2), strides=(2, 1), data_format="channels_first")(i)
tf.get_variable("l6", y.shape[1:])
y = L.LocallyConnected2D(4, 3, implementation=2)(i)
tf.get_variable("l7", y.shape[1:])
y = L.LocallyConnected2D(4, 3, implementation=3)(i)
tf.get_variable("l8", y.shape[1:])
