import tensorflow as tf
from tensorflow.python.ops import init_ops
for i, x in enumerate([init_ops.Zeros(), init_ops.Constant(2.), init_ops.RandomNormal(), init_ops.VarianceScaling(), init_ops.ConvolutionOrthogonal2D(), init_ops.convolutional_orthogonal_2d(), init_ops.convolutional_delta_orthogonal(), init_ops.Orthogonal()]):
    tf.get_variable("v%d" % i, [3, 3, 4, 4], initializer=x)
tf.layers.dense(tf.zeros([2, 3]), 4, kernel_initializer=init_ops.Ones, bias_initializer=init_ops.Zeros())
tf.get_variable("w", [2], initializer=init_ops.Constant)
m = tf.keras.Sequential([tf.keras.layers.LocallyConnected1D(2, 3)])
m.compile("sgd", "mse")
import numpy as np
m.predict(np.ones([1, 6, 2]))
a, b = m.layers[0].weights
tf.get_variable("end", [1])
