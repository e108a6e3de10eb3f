# Layers of the program in a model that is fit and evaluated; sequences.
import numpy as np
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
L = tf.keras.layers


class Scale(L.Layer):
    def build(self, shape):
        self.w = self.add_weight("w", shape=(int(shape[-1]),), initializer="ones", trainable=True)
        super(Scale, self).build(shape)

    def call(self, x):
        return x * self.w


m = tf.keras.Sequential([L.Dense(4, input_shape=(3,)), Scale(), L.Dense(1)])
m.compile(
    tf.keras.optimizers.SGD(0.1, 0.9),
    "mse",
    metrics=["mae", tf.keras.metrics.RootMeanSquaredError()],
)
m.fit(
    np.zeros((4, 3)),
    np.zeros((4, 1)),
    verbose=0,
    validation_data=(np.zeros((4, 3)), np.zeros((4, 1))),
)
m.evaluate(np.zeros((4, 3)), np.zeros((4, 1)), verbose=0)
k = tf.keras.Sequential(
    [
        L.LSTM(4, input_shape=(5, 3), return_sequences=True),
        L.TimeDistributed(L.Dense(2)),
        L.GlobalAveragePooling1D(),
    ]
)
k.compile(optimizer="adamax", loss="mse")
k.fit(
    np.zeros((4, 5, 3)),
    np.zeros((4, 2)),
    verbose=0,
    callbacks=[tf.keras.callbacks.EarlyStopping(monitor="loss")],
)
