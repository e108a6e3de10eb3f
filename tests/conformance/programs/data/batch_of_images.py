# A batch of a data set has an unknown first size and known others: a convolution can be built.
import numpy as np
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def images():
    yield np.zeros((8, 8, 3), "float32"), 1


data = tf.data.Dataset.from_generator(images, (tf.float32, tf.int64), ((8, 8, 3), ()))
image, label = tf.data.make_one_shot_iterator(data.repeat().batch(4)).get_next()
tf.layers.conv2d(image, 5, 3, name="conv")
tf.layers.dense(tf.layers.flatten(image), 2, name="fc")
