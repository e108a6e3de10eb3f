# A layer's activation is a function of the program that asks for variables of its own.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def prelu(x):
    slope = tf.get_variable("alpha", x.get_shape()[-1], initializer=tf.zeros_initializer())
    shift = tf.Variable(0.0, name="plain")
    return tf.maximum(0.0, x) + slope * tf.minimum(0.0, x) + shift


class Slope(object):
    def __init__(self, name):
        self.name = name

    def __call__(self, x):
        return x * tf.get_variable(self.name, [])


def halves(x):
    return tf.split(x, 2, axis=-1)[0]


def network(x, scope, reuse=False):
    with tf.variable_scope(scope, reuse=reuse):
        x = tf.layers.conv2d(x, 4, 3, activation=prelu)
        x = tf.layers.conv2d(x, 4, 3, activation=Slope("steep"), name="c")
        x = tf.layers.separable_conv2d(x, 4, 3, activation=halves)
        x = tf.layers.conv2d_transpose(x, 4, 3, activation=lambda y: prelu(y))
        with tf.name_scope("inside"):
            x = tf.layers.dense(x, 3, activation=prelu)
        layer = tf.layers.Dense(3, activation=prelu)
        return layer(layer(x))


images = tf.placeholder(tf.float32, [1, 18, 18, 3])
network(images, "g")
network(images, "g", True)
with tf.name_scope("outer"):
    network(images, "h")
