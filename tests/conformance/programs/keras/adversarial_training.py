# A judge, and a combined model in which it is frozen, share one optimizer.
import numpy as np
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
L = tf.keras.layers


def disc():
    m = tf.keras.Sequential(
        [
            L.Dense(4, input_shape=(6,)),
            L.LeakyReLU(0.2),
            L.Dropout(0.3),
            L.Dense(1, activation="sigmoid"),
        ]
    )
    return m


def gen():
    m = tf.keras.Sequential(
        [L.Dense(4, input_dim=3), L.BatchNormalization(momentum=0.8), L.Dense(6)]
    )
    return m


opt = tf.keras.optimizers.Adam(0.0002, 0.5)
d = disc()
d.compile(loss="binary_crossentropy", optimizer=opt, metrics=["accuracy"])
g = gen()
z = L.Input(shape=(3,))
img = g(z)
d.trainable = False
c = tf.keras.Model(z, d(img))
c.compile(loss="binary_crossentropy", optimizer=opt)
for k in range(2):
    fake = g.predict(np.zeros((4, 3)))
    d.train_on_batch(np.zeros((4, 6)), np.ones((4, 1)))
    d.train_on_batch(fake, np.zeros((4, 1)))
    c.train_on_batch(np.zeros((4, 3)), np.ones((4, 1)))
