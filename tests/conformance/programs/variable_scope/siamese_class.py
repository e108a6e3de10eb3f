# A siamese network shares all layers through the scope object.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

class Siamese(object):
    def __init__(self):
        self.left = tf.placeholder(tf.float32, [None, 6])
        self.right = tf.placeholder(tf.float32, [None, 6])
        with tf.variable_scope("siamese") as scope:
            self.a = self.network(self.left)
            scope.reuse_variables()
            self.b = self.network(self.right)

    def network(self, x):
        return self.fc(self.fc(x, 4, "fc1"), 2, "fc2")

    def fc(self, x, units, name):
        with tf.variable_scope(name):
            w = tf.get_variable("w", [x.get_shape()[1], units])
            b = tf.get_variable("b", [units])
        return tf.nn.relu(tf.matmul(x, w) + b)


Siamese()
