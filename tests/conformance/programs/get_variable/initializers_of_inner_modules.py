# Initializers by the classes and functions of the module that defines them.
# tensorflow: 1.15
import tensorflow as tf
from tensorflow.python.ops import init_ops

made = [
    init_ops.Zeros(),
    init_ops.Constant(2.0),
    init_ops.VarianceScaling(),
    init_ops.Orthogonal(),
    init_ops.ConvolutionOrthogonal2D(),
    init_ops.convolutional_orthogonal_2d(gain=3.0),
    init_ops.convolutional_delta_orthogonal(),
]
for number, initializer in enumerate(made):
    tf.get_variable("v%d" % number, [3, 3, 4, 4], initializer=initializer)
tf.layers.dense(tf.zeros([2, 3]), 4, kernel_initializer=init_ops.Ones)
tf.get_variable("w", [2], initializer=init_ops.Constant)
