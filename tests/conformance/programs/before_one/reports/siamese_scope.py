# Two towers: the scope is given a name and never told to reuse before the second one.
# tensorflow: 0.12
import tensorflow as tf


def tower(x):
    for i in range(2):
        with tf.variable_scope("fc%d" % i):
            x = tf.nn.relu(tf.matmul(x, tf.get_variable("w", [6, 6])))
    return x


left, right = tf.split(0, 2, tf.placeholder(tf.float32, [8, 6]))
with tf.variable_scope("fixed") as scope:
    one = tower(left)
    scope.reuse_variables()
    other = tower(right)
with tf.variable_scope("siamese") as scope:
    distance = tf.reduce_sum(tf.square(tf.sub(tower(left), tower(right))), 1)
