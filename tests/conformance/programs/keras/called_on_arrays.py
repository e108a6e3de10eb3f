# Layers of Keras take arrays for tensors.
import numpy as np
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
layers = tf.keras.layers
rows = np.zeros([2, 4], np.float32)
layers.Dense(3)(rows)
layers.AdditiveAttention()([np.zeros([1, 2, 4], np.float32), np.zeros([1, 3, 4], np.float32)])
model = tf.keras.Sequential([layers.Dense(5), layers.BatchNormalization()])
out = model(rows)
tf.get_variable("after", out.get_shape().as_list())
both = layers.Concatenate()([rows, np.zeros([2, 3], np.float32)])
layers.Dense(2)(both)
layers.LSTM(3)(np.zeros([2, 5, 4], np.float32))
