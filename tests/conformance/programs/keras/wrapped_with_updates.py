# What is wrapped has updates and variables under the wrapper's name.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
L = tf.keras.layers
x = L.Input(shape=(7, 5))
d = L.TimeDistributed(L.BatchNormalization())
y = d(x)
tf.get_variable("a", [len(d.updates), len(d.layer.updates)])
d(x)
tf.get_variable("b", [len(d.updates), len(tf.keras.Model(x, y).updates)])
e = L.TimeDistributed(tf.keras.Sequential([L.Dense(2), L.BatchNormalization()]))
tf.get_variable("shape", e(x).shape[1:])
z = L.Input((5,))
k = L.TimeDistributed(tf.keras.Model(z, L.Dense(3)(L.Dense(4)(z))))
tf.get_variable("shape2", k(x).shape[1:])
