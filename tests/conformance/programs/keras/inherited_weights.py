# Classes that inherit layers of Keras's with weights.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
L = tf.keras.layers
x = tf.placeholder(tf.float32, (None, 5))
i = tf.placeholder(tf.float32, (None, 8, 8, 3))
s = tf.placeholder(tf.float32, (None, 7, 3))


class Mine(L.LSTMCell):
    def build(self, s):
        super(Mine, self).build(s)
        self.extra = self.add_weight(name="extra", shape=(2,))


class Mine2(L.LSTMCell):
    def call(self, i, s):
        o, n = super(Mine2, self).call(i, s)
        return o * 2, n


class Plain(L.Dense):
    pass


class Twice(L.Dense):
    def call(self, x):
        return 2 * super(Twice, self).call(x)


class Noisy(L.Dense):
    def __init__(self, units, **kwargs):
        super(Noisy, self).__init__(units, **kwargs)
        self.sigma = 3

    def build(self, shape):
        super(Noisy, self).build(shape)
        self.noise = self.add_weight(name="noise", shape=(int(shape[-1]),))

    def call(self, x):
        return tf.matmul(x, self.kernel) + self.bias


class Conv(L.Conv2D):
    def __init__(self, filters, **kwargs):
        super(Conv, self).__init__(filters=filters, kernel_size=3, padding="same", **kwargs)


class Norm(L.BatchNormalization):
    pass


L.RNN(Mine(4))(s)
L.RNN(Mine2(4))(s)
y = Plain(4)(x)
tf.get_variable("a", y.shape[1:])
t = Twice(3, name="t", use_bias=False)
y = t(x)
tf.get_variable("b", y.shape[1:])
t(x)
n = Noisy(2)
y = n(x)
tf.get_variable("c", y.shape[1:])
for w in n.trainable_weights:
    tf.get_variable("w_" + w.op.name.replace("/", "_"), [1])
y = Conv(4)(i)
tf.get_variable("d", y.shape[1:])
with tf.variable_scope("vs"):
    y = Norm()(y)
tf.get_variable("e", y.shape[1:])
tf.keras.Sequential([Plain(3, input_shape=(4,)), Twice(2)])
