# Recurrent layers around cells: names, shapes, states, lists of weights.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
L = tf.keras.layers
x = tf.placeholder(tf.float32, (None, 7, 3))
y = L.RNN(L.SimpleRNNCell(4))(x)
tf.get_variable("a", y.shape[1:])
y = L.RNN(L.GRUCell(4, reset_after=False), return_sequences=True)(x)
tf.get_variable("b", y.shape[1:])
y = L.RNN(L.LSTMCell(4, name="mine"), name="outer")(x)
tf.get_variable("c", y.shape[1:])
y = L.RNN([L.LSTMCell(4), L.GRUCell(5, reset_after=False)])(x)
tf.get_variable("d", y.shape[1:])
y = L.RNN(L.StackedRNNCells([L.LSTMCell(4), L.SimpleRNNCell(6)], name="st"))(x)
tf.get_variable("e", y.shape[1:])
y, h, c = L.RNN(L.LSTMCell(4), return_state=True)(x)
tf.get_variable("f", h.shape[1:])
r = L.RNN(L.LSTMCell(4, use_bias=False))
r(x)
r(x)
for v in r.trainable_weights:
    tf.get_variable("t_" + v.op.name.replace("/", "_"), [1])
with tf.variable_scope("vs"):
    L.RNN(L.LSTMCell(4))(x)
with tf.name_scope("ns"):
    L.RNN(L.GRUCell(4, reset_after=True))(x)
L.Bidirectional(L.RNN(L.LSTMCell(4)))(x)
b = tf.placeholder(tf.float32, (2, 7, 3))
L.RNN(L.LSTMCell(4), stateful=True)(b)
cell = L.LSTMCell(4)
cell(x[:, 0], [tf.zeros([2, 4]), tf.zeros([2, 4])])
