# A template whose function leaves a scope open, with and without an error of its own.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def leaves_open(y):
    tf.variable_scope("open").__enter__()
    return y


def fails(y):
    inner = tf.variable_scope("inner")
    inner.__enter__()
    tf.get_variable("v", [-1])
    inner.__exit__(None, None, None)


with tf.Graph().as_default():
    template = tf.make_template("first", leaves_open)
    try:
        template(1)
    except RuntimeError:
        print("improper nesting")
with tf.variable_scope("around"):
    template = tf.make_template("second", fails)
    template(1)
    template(2)
