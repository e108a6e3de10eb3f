# Early returns, return inside loops and with blocks, and functions that return nothing.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def find(names, start):
    with tf.variable_scope("found"):
        for name in names:
            if name.startswith(start):
                return tf.get_variable(name, [1])
            tf.get_variable("skipped_" + name, [1])
    tf.get_variable("nothing", [1])


def choose(n):
    if n < 0:
        return "negative"
    elif n == 0:
        return
    try:
        return "positive"
    finally:
        tf.get_variable("finally%d" % n, [1])


if find(["ab", "cd", "ce"], "c") is not None and find([], "c") is None:
    tf.get_variable("both", [1])
for n in (-1, 0, 2):
    tf.get_variable("%s_%d" % (choose(n), n + 1), [1])
