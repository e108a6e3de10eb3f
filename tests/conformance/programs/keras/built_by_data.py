# A model of the program's own is built by the first data it is given.
import numpy as np
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
L = tf.keras.layers


class Net(tf.keras.Model):
    def __init__(self):
        super().__init__(name="nn")
        self.b = L.Dense(2)
        self.a = L.Dense(3)
        self.n = L.BatchNormalization()

    def call(self, x):
        return self.n(self.b(self.a(x)))


m = Net()
m.compile("adam", "mse", metrics=["mae"])
m.fit(np.zeros((4, 5), "float32"), np.zeros((4, 2), "float32"), verbose=0)
m = Net()
m(tf.placeholder(tf.float32, (4, 5)))
m.compile("adam", "mse", metrics=["mae"])
m.fit(np.zeros((4, 5), "float32"), np.zeros((4, 2), "float32"), verbose=0)
x, y = L.Input((3,)), L.Input((4,))
k = tf.keras.Model([x, y], L.Dense(1)(L.concatenate([x, y])))
k.compile("rmsprop", "mse")
k.train_on_batch([np.zeros((4, 3)), np.zeros((4, 4))], np.zeros((4, 1)))
k.fit([np.zeros((4, 3)), np.zeros((4, 4))], np.zeros((4, 1)), verbose=0)
