# The function behind make_template, by the name of its module.
# tensorflow: 1.15
import tensorflow as tf
from tensorflow.python.ops import template


def weight(size):
    return tf.get_variable("w", [size])


shared = template.make_template_internal("t", weight, size=3)
shared()
shared()
now = template.make_template_internal("t", weight, create_scope_now_=True, unique_name_=None)
now(2)
template.make_template("u", weight)(2)
with tf.variable_scope("s"):
    template.make_template_internal("t", weight, unique_name_="only")(2)
with tf.variable_scope("s"):
    template.make_template_internal("t", weight, unique_name_="only")(2)
