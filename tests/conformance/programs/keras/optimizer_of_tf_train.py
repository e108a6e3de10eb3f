# An optimizer of tf.train in compile.
import numpy as np
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
L = tf.keras.layers
m = tf.keras.Sequential([L.Dense(4, activation="relu", input_shape=(5,)), L.Dense(2)])
m.compile(tf.train.AdamOptimizer(), loss="mse", metrics=["mae"])
m.fit(np.zeros((4, 5)), np.zeros((4, 2)), verbose=0)
