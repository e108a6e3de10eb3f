# numpy asks a tensor for its shape as TensorFlow tells it, and an array for its own.
import numpy as np
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def convolved(name, x, filters):
    channels = int(np.shape(x)[3])
    kernel = tf.get_variable(name + "_kernel", [5, 5, channels, filters])
    return tf.nn.conv2d(x, kernel, [1, 2, 2, 1], "SAME")


image = tf.placeholder(tf.float32, [None, 64, 64, 3])
both = tf.concat([image, image], axis=3)
piece = tf.image.random_crop(both, [1, 32, 32, 2])
rows = convolved("second", convolved("first", piece, 4), 8)
flat = tf.reshape(rows, [-1, int(np.prod(np.shape(rows)[1:]))])
tf.get_variable("flat", [int(np.shape(flat)[1]), len(np.shape(np.zeros([2, 3, 4])))])
weights = tf.get_variable("weights", np.shape([[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]]))
tf.get_variable("like", [int(one) for one in np.shape(weights)])
