# Recursive functions open scopes in scopes, and a recursive tree shares by its path.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def nest(depth):
    if depth == 0:
        return []
    with tf.variable_scope("level%d" % depth):
        return [tf.get_variable("w", [depth])] + nest(depth - 1)


def tree(node, reuse=None):
    if isinstance(node, str):
        with tf.variable_scope("leaf", reuse=tf.AUTO_REUSE):
            return tf.get_variable(node, [2])
    with tf.variable_scope("join", reuse=tf.AUTO_REUSE):
        w = tf.get_variable("w", [2])
    return w * sum(tree(child) for child in node)


def fibonacci(n):
    return n if n < 2 else fibonacci(n - 1) + fibonacci(n - 2)


nest(3)
tree(("a", ("b", "a"), ["c"]))
tf.get_variable("fib%d" % fibonacci(10), [1])
