# Recurrent layers in models, their states given on, both ways, trained and frozen.
import numpy as np
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
L = tf.keras.layers
m = tf.keras.Sequential([L.RNN(L.LSTMCell(4), input_shape=(7, 3)), L.Dense(1)])
m.compile("adam", "mse")
m.fit(np.zeros((2, 7, 3)), np.zeros((2, 1)), verbose=0)
e = L.Input((None, 5), name="e")
o, h, c = L.LSTM(6, return_state=True)(e)
d = L.Input((None, 5), name="d")
dec = L.LSTM(6, return_sequences=True, return_state=True, name="dec")
y, _, _ = dec(d, initial_state=[h, c])
out = L.TimeDistributed(L.Dense(5, activation="softmax"))(y)
model = tf.keras.Model([e, d], out)
model.compile("rmsprop", "mse")
model.fit([np.zeros((2, 3, 5)), np.zeros((2, 3, 5))], np.zeros((2, 3, 5)), verbose=0)
si, sc = L.Input((6,)), L.Input((6,))
y, h2, c2 = dec(d, initial_state=[si, sc])
model2 = tf.keras.Model([d, si, sc], [y, h2, c2])
tf.get_variable("h2", h2.shape[1:])
s = L.LSTM(3, stateful=True, batch_input_shape=(2, 4, 3))
m3 = tf.keras.Sequential([s, L.Dense(2)])
for w in s.weights:
    tf.get_variable("w_" + w.op.name.replace("/", "_"), [1])
b = L.Bidirectional(L.LSTM(3, return_state=True))
y, fh, fc, bh, bc = b(e)
tf.get_variable("bh", bh.shape[1:])
tf.get_variable("by", y.shape[1:])
f, g = L.Bidirectional(L.GRU(3, reset_after=False), merge_mode=None)(e)
tf.get_variable("f", f.shape[1:])
b.trainable = False
m4 = tf.keras.Sequential([L.Embedding(10, 4), L.Bidirectional(L.RNN(L.LSTMCell(2))), L.Dense(1)])
m4.compile("sgd", "mse", metrics=["acc"])
m4.fit(np.zeros((1, 7)), np.zeros((1, 1)), verbose=0)
tf.train.AdamOptimizer().minimize(
    tf.reduce_mean(
        L.RNN([L.GRUCell(3, reset_after=False), L.LSTMCell(4)])(
            tf.placeholder(tf.float32, (None, 5, 3))
        )
    )
)
