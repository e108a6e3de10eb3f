# A derived class calls its base's methods by the base's name, on itself
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

x = tf.placeholder(tf.float32, [None, 5, 3])


class Mine(tf.nn.rnn_cell.BasicLSTMCell):
    def __init__(self, extra, *args, **kwargs):
        tf.nn.rnn_cell.BasicLSTMCell.__init__(self, *args, **kwargs)
        self.extra = extra


with tf.variable_scope("a"):
    tf.nn.dynamic_rnn(Mine(1, 4), x, dtype=tf.float32)


class Dropped(tf.nn.rnn_cell.DropoutWrapper):
    def __init__(self, cell, *args, **kwargs):
        tf.nn.rnn_cell.DropoutWrapper.__init__(self, cell, *args, **kwargs)


with tf.variable_scope("b"):
    tf.nn.dynamic_rnn(Dropped(tf.nn.rnn_cell.GRUCell(4), output_keep_prob=0.5), x, dtype=tf.float32)


class Stacked(tf.nn.rnn_cell.MultiRNNCell):
    def __init__(self, n):
        tf.nn.rnn_cell.MultiRNNCell.__init__(self, [tf.nn.rnn_cell.GRUCell(4) for _ in range(n)])


with tf.variable_scope("c"):
    tf.nn.dynamic_rnn(Stacked(2), x, dtype=tf.float32)


class MyDense(tf.layers.Dense):
    def __init__(self, units):
        tf.layers.Dense.__init__(self, units, name="mine")


with tf.variable_scope("d"):
    MyDense(4)(x)


class Own(tf.nn.rnn_cell.RNNCell):
    def __init__(self, n):
        tf.nn.rnn_cell.RNNCell.__init__(self)
        self.n = n

    state_size = property(lambda self: self.n)
    output_size = property(lambda self: self.n)

    def call(self, inputs, state):
        w = tf.get_variable("w", [inputs.shape.as_list()[1] + self.n, self.n])
        out = tf.matmul(tf.concat([inputs, state], 1), w)
        return out, out


with tf.variable_scope("e"):
    tf.nn.dynamic_rnn(Own(4), x, dtype=tf.float32)


class Layer(tf.layers.Layer):
    def __init__(self):
        tf.layers.Layer.__init__(self, name="own")

    def build(self, shape):
        self.w = self.add_weight("w", [3, 2])
        self.built = True

    def call(self, x):
        return x[..., :2] * self.w[0]


with tf.variable_scope("f"):
    Layer()(x)


class KDense(tf.keras.layers.Dense):
    def __init__(self, units):
        tf.keras.layers.Dense.__init__(self, units, name="k")


with tf.variable_scope("g"):
    KDense(4)(x)


class Chosen(tf.layers.Dense):
    def build(self, shape):
        self.scale = self.add_weight("scale", [])
        tf.layers.Dense.build(self, shape)

    def call(self, x):
        return self.scale * tf.layers.Dense.call(self, x)


with tf.variable_scope("h"):
    Chosen(4)(x)


class Doubled(tf.nn.rnn_cell.GRUCell):
    def __call__(self, inputs, state):
        output, state = tf.nn.rnn_cell.GRUCell.__call__(self, inputs, state)
        return 2.0 * output, state


with tf.variable_scope("i"):
    tf.nn.dynamic_rnn(Doubled(4), x, dtype=tf.float32)
