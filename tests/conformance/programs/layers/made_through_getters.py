# Variables that trackable objects make through a getter of their own choice.
# tensorflow: 1.15
import tensorflow as tf
from tensorflow.python.training.tracking import base, tracking


class Kept(base.Trackable):
    def __init__(self, name, **given):
        self.v = self._add_variable_with_custom_getter(name, [2], **given)


def own(name, shape, dtype, initializer, **others):
    return tf.Variable(tf.zeros(shape, dtype), name=name + "_own", **others)


with tf.variable_scope("s"):
    Kept("a", getter=tf.get_variable)
    Kept("b", getter=own)
    Kept("c", getter=own, trainable=False)
    Kept("d", initializer=tf.zeros_initializer(), getter=tf.get_variable, dtype=tf.int32)
Kept("e", getter=tf.get_variable)._add_variable_with_custom_getter(
    name="f", shape=[3], getter=tf.get_variable, overwrite=True
)


class Automatic(tracking.AutoTrackable):
    def __init__(self):
        self.v = tf.Variable(1.0)
        self.more = [tf.Variable(2.0)]


Automatic()
for getter in (None, tf.get_variable):
    try:
        Kept("e", getter=getter)
    except (TypeError, ValueError) as error:
        tf.get_variable(type(error).__name__, [1])
