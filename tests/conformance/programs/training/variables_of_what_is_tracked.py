# A variable that is added to an object that keeps track of its variables is always a new one.
# tensorflow: 1.15
import tensorflow as tf
from tensorflow.python.training.tracking import tracking
from tensorflow.python.training.tracking import util


class Holder(tracking.AutoTrackable):
    def __init__(self):
        self.first = util.add_variable(self, "first", [2, 3])
        self.second = util.add_variable(self, name="second", initializer=4)
        with tf.variable_scope("scope", reuse=True):
            self.third = util.add_variable(
                self, "third", [5], tf.float64, tf.ones_initializer(), trainable=False
            )


with tf.name_scope("names"):
    Holder()
holder = Holder()
with tf.variable_scope("", reuse=tf.AUTO_REUSE):
    tf.get_variable("first", holder.first.shape)
try:
    util.add_variable(holder, "twice", [], initializer=4.0)
except ValueError:
    tf.get_variable("refused", [])
tf.get_variable("first")
