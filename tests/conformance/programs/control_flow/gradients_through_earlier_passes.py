# What a loop gives may depend on a variable only through what an earlier pass gave.
import tensorflow as tf

tf.compat.v1.disable_eager_execution()
v1 = tf.compat.v1
WEIGHTS = v1.get_variable("weights", [4, 4])
JUDGES = v1.get_variable("judges", [4, 4])
ROWS = tf.unstack(tf.matmul(tf.zeros([3, 4]), WEIGHTS), num=3)
STACK = tf.stack(ROWS)
START = tf.zeros([1, 4])


def descend(loss, name):
    """One step on the weights."""
    optimizer = v1.train.GradientDescentOptimizer(v1.get_variable(name, []))
    optimizer.apply_gradients([(tf.gradients(loss, [WEIGHTS])[0], WEIGHTS)])


def late(i, row, given):
    """The row that is read is judged one pass later."""
    return i + 1, tf.slice(STACK, [i, 0], [1, 4]), tf.matmul(row, JUDGES)


def later(i, row, held, given):
    """The row goes through one more variable of the loop."""
    return i + 1, tf.slice(STACK, [i, 0], [1, 4]), tf.tanh(row), tf.matmul(held, JUDGES)


ZERO = tf.constant(0)
_, _, judged = tf.while_loop(lambda i, *rest: i < 3, late, (ZERO, START, START))
descend(tf.reduce_sum(judged), "rate_late")
judged = tf.while_loop(lambda i, *rest: i < 3, later, (ZERO, START, START, START))[3]
descend(tf.reduce_sum(judged), "rate_later")
_, scanned = tf.scan(lambda held, row: (row, held[0]), STACK, (tf.zeros([4]), tf.zeros([4])))
descend(tf.reduce_sum(scanned), "rate_scan")
folded = tf.foldl(lambda held, row: (row, held[0]), STACK, (tf.zeros([4]), tf.zeros([4])))
descend(tf.reduce_sum(folded[1]), "rate_fold")
