# The loop of TensorFlow 2's module gives what it got, its condition what branches give; what a function maps to may be a number.
# tensorflow: 1.15
import tensorflow as tf
from tensorflow.python.ops import cond_v2
from tensorflow.python.ops.while_v2 import while_loop

made = while_loop(lambda v: v < 8.0, lambda v: v * 2.0, [tf.constant(2.0)])
tf.get_variable("results_%d" % len(made), made[0].shape.as_list())
ones = tf.map_fn(lambda x: 1, tf.zeros([4], tf.int32))
tf.get_variable("mapped", ones.get_shape().as_list())


def branch():
    with tf.variable_scope("branch", reuse=tf.AUTO_REUSE):
        return tf.get_variable("w", [3]) + 1.0


chosen = cond_v2.cond_v2(tf.placeholder(tf.bool, []), branch, lambda: tf.zeros([3]), name="chosen")
tf.get_variable("chosen", chosen.get_shape().as_list())
