# The judge switches the whole graph to reuse; a generator that is made afterwards finds nothing.
# tensorflow: 0.12
import tensorflow as tf


def linear(x, width, name):
    with tf.variable_scope(name):
        matrix = tf.get_variable("Matrix", [x.get_shape().as_list()[1], width], tf.float32)
        return tf.matmul(x, matrix) + tf.get_variable("bias", [width])


def judge(image, label, reuse=False):
    if reuse:
        tf.get_variable_scope().reuse_variables()
    return linear(tf.concat(1, [image, label]), 1, "d_h0_lin")


def generator(noise, label):
    return tf.nn.tanh(linear(tf.concat(1, [noise, label]), 12, "g_h0_lin"))


image, label = tf.placeholder(tf.float32, [8, 12]), tf.placeholder(tf.float32, [8, 3])
with tf.variable_scope("fixed"):
    made = generator(tf.zeros([8, 5]), label)
    score, fake = judge(image, label), judge(made, label, reuse=True)
score = judge(image, label)
again = judge(tf.zeros([8, 12]), label, reuse=True)
made = generator(tf.zeros([8, 5]), label)
