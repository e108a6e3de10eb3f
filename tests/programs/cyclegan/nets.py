import layers as ops
import tensorflow.compat.v1 as tf


class Generator:
    def __init__(self, name, ngf=4, image_size=16):
        self.name = name
        self.reuse = False
        self.ngf = ngf
        self.image_size = image_size

    def __call__(self, image):
        with tf.variable_scope(self.name, reuse=self.reuse):
            y = ops.c7s1_k(image, self.ngf, name="c7s1_%d" % self.ngf)
            y = ops.dk(y, 2 * self.ngf, name="d{}".format(2 * self.ngf))
            y = ops.dk(y, 4 * self.ngf, name="d{}".format(4 * self.ngf))
            if self.image_size <= 128:
                y = ops.n_res_blocks(y, n=1)
            else:
                y = ops.n_res_blocks(y, n=4)
            y = ops.uk(y, 2 * self.ngf, name="u%d" % (2 * self.ngf))
            y = ops.uk(y, self.ngf, name="u%d" % self.ngf)
            y = ops.c7s1_k(y, 3, norm=False, activation="tanh", name="output")
        self.reuse = True
        self.variables = tf.get_collection(tf.GraphKeys.TRAINABLE_VARIABLES, scope=self.name)
        return y

    def sample(self, image):
        return tf.image.convert_image_dtype((self.__call__(image) + 1.0) / 2.0, tf.uint8)


class Discriminator:
    def __init__(self, name):
        self.name, self.reuse = name, False

    def __call__(self, image):
        with tf.variable_scope(self.name, reuse=self.reuse):
            y = ops.ck(image, 8, norm=False, name="C8")
            for k in (16, 32):
                y = ops.ck(y, k, name="C%s" % k)
            y = tf.layers.conv2d(y, 1, 4, 1, padding="same", name="output")
        self.reuse = True
        self.variables = tf.get_collection(tf.GraphKeys.TRAINABLE_VARIABLES, scope=self.name)
        return y
