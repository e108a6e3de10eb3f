# What a Defun makes stands in the scope of the call that builds its body, which no other call builds again.
import tensorflow.compat.v1 as tf
from tensorflow.python.framework import function

tf.disable_v2_behavior()


@function.Defun(tf.float32)
def scaled(x):
    w = tf.get_variable("w", [3])
    with tf.name_scope("inner"):
        tf.Variable(1.0)
    with tf.variable_scope(None, "block"):
        tf.get_variable("v", [])
    return x * w


@function.Defun(
    python_grad_func=lambda x, dy: tf.convert_to_tensor(dy),
    shape_func=lambda op: [op.inputs[0].get_shape()],
)
def same(x):
    return x


@function.Defun()
def of_each_dtype(x):
    x.set_shape([2, 3])
    return tf.layers.dense(x, 5, name="d"), x


@function.Defun(tf.float32)
def again(x):
    return x * tf.get_variable("w", [3])


x = tf.ones([2, 3])
with tf.variable_scope("outer"), tf.name_scope("ns"):
    scaled(x)
    total = scaled(x)
with tf.variable_scope("other"):
    scaled(x)
with tf.name_scope("inner"):
    tf.Variable(2.0)
with tf.variable_scope(None, "block"):
    tf.get_variable("v", [])
tf.layers.dense(same(tf.get_variable("w", [3, 4])), 2)
of_each_dtype(x)
of_each_dtype(x)
with tf.variable_scope("doubles"):
    dense, _ = of_each_dtype(tf.cast(x, tf.float64))
    dense.set_shape([2, 5])
    tf.layers.dense(dense, 1)


@function.Defun(tf.float32)
def partly_none(x):
    return x, None


@function.Defun(tf.float32)
def nothing(x):
    tf.get_variable("nothing", [])


@function.Defun(tf.float32)
def of_more(x, *more):
    return x


def refused(build):
    try:
        build()
    except ValueError as error:
        return "_".join(str(error).split()[:3])
    return "built"


told = [
    refused(lambda: function.Defun(tf.float32, tf.float32)(lambda x: x)),
    refused(lambda: function.Defun(tf.float32)(lambda x, y=1: x)),
    refused(lambda: partly_none(1.0)),
    refused(lambda: nothing(1.0)),
    refused(lambda: of_more(1.0)),
    refused(lambda: of_more(1.0, 2.0))[:8],
]
for number, word in enumerate(told):
    tf.get_variable("n%d_%s" % (number, word), [])
optimizer = tf.train.AdamOptimizer()
optimizer.minimize(tf.reduce_sum(total), var_list=tf.trainable_variables("outer/w"))
with tf.variable_scope("outer", reuse=True):
    again(x)
