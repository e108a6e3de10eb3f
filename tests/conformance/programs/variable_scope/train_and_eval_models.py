# Training and evaluation models under one scope, the second reusing.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

class Model(object):
    def __init__(self, batch, training):
        self.x = tf.placeholder(tf.float32, [batch, 3])
        self.y = tf.matmul(self.x, tf.get_variable("w", [3, 1]))


with tf.variable_scope("model"):
    train = Model(20, True)
with tf.variable_scope("model", reuse=True):
    valid = Model(1, False)
