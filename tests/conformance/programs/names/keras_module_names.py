# Layers of Keras by the names of its modules.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
from tensorflow.python.keras.layers import Dense
from tensorflow.python.layers import core

core.dense(tf.zeros([2, 3]), 4)
tf.train.AdamOptimizer()
