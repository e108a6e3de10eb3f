# Recurrent layers in both directions; an embedding says what goes in.
import numpy as np
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
L = tf.keras.layers
x = L.Input(shape=(7, 5))
y = L.Bidirectional(L.LSTM(3))(x)
tf.get_variable("a", y.shape[1:])
b = L.Bidirectional(L.GRU(3, return_sequences=True, reset_after=False), name="bi", merge_mode="sum")
y = b(x)
tf.get_variable("b", y.shape[1:])
y = b(x)
for v in b.trainable_weights:
    tf.get_variable("t_" + v.op.name.replace("/", "_"), [1])
y = L.Bidirectional(L.SimpleRNN(3, return_sequences=True))(x)
tf.get_variable("c", y.shape[1:])
m = tf.keras.Sequential(
    [L.Embedding(10, 4, input_length=7), L.Bidirectional(L.LSTM(2)), L.Dense(1)]
)
m.compile("adam", "mse")
m.fit(np.zeros((1, 7)), np.zeros((1, 1)), verbose=0)
m = tf.keras.Sequential([L.Embedding(10, 4), L.LSTM(2)])
m.compile("adam", "mse", metrics=["mae"])
