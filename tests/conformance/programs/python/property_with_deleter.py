# A property that is read, set and deleted, and what each makes.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


class Net(object):
    def __init__(self):
        self.made = 0

    @property
    def weights(self):
        self.made += 1
        return tf.get_variable("w%d" % self.made, [2])

    @weights.setter
    def weights(self, value):
        tf.get_variable("set_%d" % value, [3])

    @weights.deleter
    def weights(self):
        tf.get_variable("deleted", [4])


net = Net()
net.weights
net.weights = 5
del net.weights
net.weights


class Old(object):
    shape = property(lambda self: [5], None, lambda self: tf.get_variable("gone", [2]))


old = Old()
tf.get_variable("old", old.shape)
del old.shape
