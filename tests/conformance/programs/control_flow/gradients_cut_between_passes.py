# An index that a loop of TensorFlow 1 carries brings no gradient to what its later passes give.
# tensorflow: 1.15
import tensorflow as tf

WEIGHTS = tf.get_variable("weights", [4, 4])
STACK = tf.matmul(tf.zeros([3, 4]), WEIGHTS)
START = tf.zeros([1, 4])


def cut(i, row, given):
    """What is carried is an index: no gradient comes by it."""
    return i + 1, tf.argmax(tf.slice(STACK, [i, 0], [1, 4]), 1), tf.one_hot(row, 4)


_, _, judged = tf.while_loop(
    lambda i, *rest: i < 3, cut, (tf.constant(0), tf.zeros([1], tf.int64), START)
)
optimizer = tf.train.GradientDescentOptimizer(0.1)
optimizer.apply_gradients([(tf.gradients(tf.reduce_sum(judged), [WEIGHTS])[0], WEIGHTS)])
