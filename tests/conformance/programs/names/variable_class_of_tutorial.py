# A class of tf.Variables makes a set of its own for each instance.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

class Autoencoder(object):
    def __init__(self, sizes):
        self.weights = {}
        for i, (n, m) in enumerate(zip(sizes, sizes[1:]), 1):
            self.weights["w%d" % i] = tf.Variable(tf.random_normal([n, m]), name="w%d" % i)
            self.weights["b%d" % i] = tf.Variable(tf.zeros([m]), name="b%d" % i)


models = [Autoencoder([8, 4, 8]) for _ in range(2)]
