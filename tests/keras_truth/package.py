# Layers of Keras's own package beside TensorFlow 1.15: names, order, collections, lists.
import tensorflow as tf
from keras import backend as K
from keras import layers as L
from keras.models import Model, Sequential

m = Sequential([L.Dense(4, input_shape=(3,)), L.BatchNormalization(), L.LeakyReLU(), L.Dense(2)])
x = L.Input((8, 8, 3))
y = L.BatchNormalization(name="bn")(L.Conv2D(4, 3)(x))
m3 = Model(x, L.Dense(3, activation="softmax")(L.Flatten()(y)))
for w in m3.trainable_weights:
    tf.get_variable("t_" + w.op.name.replace("/", "_"), [1])
for w in m.non_trainable_weights:
    tf.get_variable("n_" + w.op.name.replace("/", "_"), [1])
x = L.Input((7, 3))
L.LSTM(4)(x)
L.GRU(4)(x)
L.SimpleRNN(3)(x)
L.Bidirectional(L.LSTM(2))(x)
L.RNN(L.LSTMCell(3))(x)
L.RNN([L.LSTMCell(3), L.LSTMCell(4)])(x)
L.LSTM(4, stateful=True)(L.Input(batch_shape=(2, 7, 3)))
L.TimeDistributed(L.Dense(2))(x)
L.Embedding(10, 4)(L.Input((5,)))
L.SeparableConv2D(3, 3)(L.Input((8, 8, 3)))
L.PReLU()(L.Input((4, 5)))
L.Conv2DTranspose(3, 3)(L.Input((8, 8, 3)))
L.DepthwiseConv2D(3)(L.Input((8, 8, 3)))
L.ConvLSTM2D(5, 3)(L.Input((4, 8, 8, 3)))


class My(L.Layer):
    def build(self, s):
        self.w = self.add_weight(name="w", shape=(s[1], 2), initializer="uniform", trainable=True)
        super().build(s)

    def call(self, x):
        return K.dot(x, self.w)

    def compute_output_shape(self, s):
        return (s[0], 2)


My()(L.Input((3,)))
with tf.variable_scope("vs"):
    L.Dense(2)(L.Input((3,)))
    K.variable(1.0)
d = Sequential([L.Dense(1, input_shape=(2,))])
g = Sequential([L.Dense(2, input_shape=(3,))])
d.trainable = False
z = L.Input((3,))
c = Model(z, d(g(z)))
