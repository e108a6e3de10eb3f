# A functional model lists first the layers that are furthest from its outputs.
import numpy as np
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
L = tf.keras.layers
x = L.Input(shape=(5,))
y = L.Input(shape=(4,))
a = L.Dense(3, name="a")(x)
b = L.Dense(3, name="b")(y)
c = L.Dense(3, name="c")(a)
s = L.Dense(2, name="s")
d = L.Concatenate()([s(c), s(b)])
e = L.Dense(2, name="e")(d)
f = L.Dense(1, name="f")(a)
m = tf.keras.Model([x, y], [e, f])
tf.get_variable("n", [len(m.layers)])
for k, l in enumerate(m.layers):
    tf.get_variable("l%d_%s" % (k, l.name), [1])
m.compile("adam", ["mse", "mae"], metrics={"f": "mse"})
m.fit([np.zeros((4, 5)), np.zeros((4, 4))], [np.zeros((4, 2)), np.zeros((4, 1))], verbose=0)
