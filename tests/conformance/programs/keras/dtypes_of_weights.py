# Weights of layers have the dtype that the layer is given, else that of its first input.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
L = tf.keras.layers


class Scale(L.Layer):
    def build(self, shape):
        self.w = self.add_weight("w", shape=(int(shape[-1]),))
        super(Scale, self).build(shape)

    def call(self, x):
        return tf.cast(x, self.w.dtype.base_dtype) * self.w


class Early(L.Layer):
    def __init__(self, **kwargs):
        super(Early, self).__init__(**kwargs)
        self.w = self.add_weight("early", shape=(2,))

    def call(self, x):
        return x


doubles = tf.zeros([2, 3], tf.float64)
Scale()(tf.zeros([2, 3]))
Scale()(doubles)
Scale(dtype="float64")(doubles)
Scale(dtype=tf.float64)(tf.zeros([2, 3]))
Early(dtype="float64")
Early(name="plain")
L.Dense(2)(doubles)
L.Dense(2, dtype="float64")(doubles)
L.BatchNormalization()(doubles)
L.LayerNormalization(dtype="float64")(doubles)
L.Embedding(4, 2, dtype="float64")(tf.zeros([2], tf.int32))
L.PReLU()(doubles)


class Counted(Scale):
    def call(self, x):
        return x


Counted()(tf.zeros([2, 3], tf.int32))


class Net(tf.keras.Model):
    def __init__(self, **kwargs):
        super(Net, self).__init__(**kwargs)
        self.w = self.add_weight("net", shape=(2,))

    def call(self, x):
        return x


Net(dtype="float64")
Net()(doubles)
