# Opening the training scope twice re-arms the slot names: train/w/Adam/ already exists.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
w = tf.get_variable("w", [2])


def train(loss):
    with tf.variable_scope("train"):
        return tf.train.AdamOptimizer().minimize(loss)


train(tf.reduce_sum(w))
train(tf.reduce_sum(w * w))
