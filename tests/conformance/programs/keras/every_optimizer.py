# What each of Keras's optimizers leaves when a model is fit.
import numpy as np
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
x = np.zeros((4, 5))
for name in ("SGD", "RMSprop", "Adagrad", "Adadelta", "Adam", "Adamax", "Nadam", "Ftrl"):
    dense = tf.keras.layers.Dense(3, input_shape=(5,), name=name.lower())
    model = tf.keras.Sequential([dense])
    model.compile(optimizer=getattr(tf.keras.optimizers, name)(), loss="mse")
    model.train_on_batch(x, np.zeros((4, 3)))
