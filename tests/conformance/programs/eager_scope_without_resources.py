# Eager code: a scope by name that asks for no resources is left before it is entered.
import tensorflow.compat.v1 as tf

tf.enable_eager_execution()

with tf.variable_scope("outer") as outer:
    tf.get_variable("v", [1])
    try:
        with tf.variable_scope(outer, use_resource=False):
            tf.get_variable("w", [1])
    except ValueError:
        tf.get_variable("captured", [1])
    try:
        tf.get_variable_scope().set_use_resource(False)
    except ValueError:
        tf.get_variable("set", [1])
    with tf.variable_scope("inner", use_resource=False):
        tf.get_variable("u", [1])
