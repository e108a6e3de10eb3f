# Cells of the program in Keras's recurrent layer.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
L = tf.keras.layers
K = tf.keras.backend
x = tf.placeholder(tf.float32, (None, 7, 3))


class Minimal(L.Layer):
    def __init__(self, units, **kwargs):
        self.units = units
        self.state_size = units
        super(Minimal, self).__init__(**kwargs)

    def build(self, input_shape):
        self.kernel = self.add_weight(
            shape=(input_shape[-1], self.units), initializer="uniform", name="kernel"
        )
        self.recurrent_kernel = self.add_weight(
            shape=(self.units, self.units), name="recurrent_kernel"
        )
        self.built = True

    def call(self, inputs, states):
        h = K.dot(inputs, self.kernel)
        output = h + K.dot(states[0], self.recurrent_kernel)
        return output, [output]


class Pair(L.Layer):
    def __init__(self, units, **kwargs):
        super(Pair, self).__init__(**kwargs)
        self.units = units
        self.inner = L.Dense(units, name="inner")
        self.other = L.Dense(units)

    @property
    def state_size(self):
        return [self.units, self.units]

    @property
    def output_size(self):
        return 2 * self.units

    def build(self, input_shape):
        self.w = self.add_weight("w", (int(input_shape[1]), 2))
        super(Pair, self).build(input_shape)

    def call(self, inputs, states, training=None):
        h, c = states
        h = self.inner(tf.concat([inputs, h], 1)) + self.other(c)
        return tf.concat([h, c], 1), [h, c]


class Plain(object):
    state_size = 5

    def call(self, inputs, states):
        return states[0], [states[0]]


y = L.RNN(Minimal(4))(x)
tf.get_variable("a", y.shape[1:])
y = L.RNN([Minimal(4), Minimal(5)], return_sequences=True)(x)
tf.get_variable("b", y.shape[1:])
layer = L.RNN(Pair(6), return_state=True)
y, h, c = layer(x)
tf.get_variable("c", y.shape[1:])
tf.get_variable("d", c.shape[1:])
layer(x)
for v in layer.trainable_weights:
    tf.get_variable("t_" + v.op.name.replace("/", "_"), [1])
y = L.RNN(Plain())(x)
tf.get_variable("e", y.shape[1:])
cell = Minimal(4, name="shared")
L.RNN(cell)(x)
L.RNN(cell)(x)
with tf.variable_scope("vs"):
    y, s = L.RNN(Minimal(4), return_state=True, return_sequences=True)(x)
    tf.get_variable("f", y.shape[1:])
    tf.get_variable("g", s.shape[1:])
with tf.name_scope("ns"):
    L.RNN(Pair(2), name="named")(x)
L.RNN(Pair(2), unroll=True)(x)
