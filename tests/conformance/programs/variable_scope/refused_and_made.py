# What scopes and variables refuse and make, each in a graph of its own.
import functools

import numpy as np
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
asked = []


def told(make):
    try:
        value = str(make())
    except Exception as error:
        value = type(error).__name__
    shown = "".join(c if c.isalnum() and c < "~" or c in ".-" else "_" for c in value)
    asked.append(shown)
    tf.get_variable("%d.%s" % (len(asked), shown), [1])


def P(*given):
    return tf.placeholder(tf.float32, given)


def what(make, length=60):
    with tf.Graph().as_default():
        try:
            made = make()
        except Exception as error:
            return "%s: %s" % (
                type(error).__name__,
                str(error).split(", originally")[0].split("\n")[0][:length],
            )
        names = [v.op.name for v in tf.global_variables()]
        plain = isinstance(made, (int, str, type(None)))
        return [made if plain else "", names, len(tf.trainable_variables())]


def scoped(name, make=lambda: tf.get_variable("v", [2]), **named):
    with tf.variable_scope(name, **named):
        return make()


def twice(make):
    make()
    return make()


def within(name, reuse, make):
    with tf.variable_scope(name):
        make()
    with tf.variable_scope(name, reuse=reuse):
        return make()


def templated(function, *args, **named):
    made = tf.make_template("t", function, **named)
    made(*args)
    return made(*args)


def keyed(x, *, size):
    return tf.layers.dense(x, size)


def sized(x, size=3, **more):
    return tf.layers.dense(x, size, **more)


def two(x, y):
    return tf.layers.dense(x, 2)


class Cell(tf.nn.rnn_cell.RNNCell):
    @property
    def state_size(self):
        return 3

    @property
    def output_size(self):
        return 3

    def call(self, inputs, state):
        out = tf.layers.dense(tf.concat([inputs, state], 1), 3)
        return out, out


def averaged(**named):
    v = tf.get_variable("v", [2])
    average = tf.train.ExponentialMovingAverage(0.9, **named)
    average.apply([v])
    return average.average(v)


def trained(optimizer, **named):
    v = tf.get_variable("v", [2])
    optimizer.minimize(tf.reduce_sum(v * v), **named)
    return v


def slots(optimizer):
    v = tf.get_variable("v", [2])
    optimizer.minimize(tf.reduce_sum(v * v))
    return sorted(optimizer.get_slot_names()) + [optimizer.get_slot(v, "nothing")]


told(lambda: what(lambda: tf.get_variable("v", [2])))
told(lambda: what(lambda: tf.get_variable("v")))
told(lambda: what(lambda: tf.get_variable("v", [None, 2])))
told(lambda: what(lambda: tf.get_variable("v", 3)))
told(lambda: what(lambda: tf.get_variable("v", [2], tf.int32)))
told(lambda: what(lambda: tf.get_variable("v", [2], tf.string)))
told(lambda: what(lambda: tf.get_variable("v", [2], tf.bool)))
told(lambda: what(lambda: tf.get_variable("v", [2], trainable=False)))
told(lambda: what(lambda: tf.get_variable("v", initializer=1.0)))
told(lambda: what(lambda: tf.get_variable("v", initializer=[1, 2])))
told(lambda: what(lambda: tf.get_variable("v", initializer=np.ones(3))))
told(lambda: what(lambda: tf.get_variable("v", [2], initializer=[1.0, 2.0])))
told(lambda: what(lambda: tf.get_variable("v", initializer=tf.ones([2]))))
told(lambda: what(lambda: tf.get_variable("v", initializer=lambda: tf.ones([2]))))
told(lambda: what(lambda: tf.get_variable("v", initializer=tf.zeros_initializer())))
told(lambda: what(lambda: tf.get_variable("v", [2], initializer=tf.zeros_initializer)))
told(lambda: what(lambda: tf.get_variable("v", [2, 2], initializer=tf.orthogonal_initializer())))
told(lambda: what(lambda: tf.get_variable("v", [2], initializer=tf.orthogonal_initializer())))
told(lambda: what(lambda: tf.get_variable("v", [2, 3, 4], initializer=tf.initializers.identity())))
told(lambda: what(lambda: tf.get_variable("v", [2], initializer="zeros")))
told(lambda: what(lambda: tf.get_variable("v", [2], initializer="no such")))
told(lambda: what(lambda: tf.get_variable("v", [2], regularizer=lambda v: tf.reduce_sum(v))))
told(lambda: what(lambda: tf.get_variable("v", [2], regularizer=lambda v: None)))
told(lambda: what(lambda: tf.get_variable("v", [2], collections=["c"])))
told(lambda: what(lambda: tf.get_variable("v", [2], collections="c")))
told(lambda: what(lambda: tf.get_variable("v", [4], partitioner=tf.fixed_size_partitioner(2))))
told(lambda: what(lambda: tf.get_variable("v", [4], partitioner=lambda shape, dtype: [2])))
told(lambda: what(lambda: tf.get_variable("v", [4], partitioner=lambda shape, dtype: [2, 1])))
told(lambda: what(lambda: tf.get_variable("v", [4], partitioner=lambda shape, dtype: 2)))
told(lambda: what(lambda: tf.get_variable("v", [4], partitioner=2)))
told(lambda: what(lambda: tf.get_variable("v", [2], use_resource=True)))
told(lambda: what(lambda: tf.get_variable("v", [2], validate_shape=False)))
told(lambda: what(lambda: tf.get_variable("v", [2], caching_device="/cpu:0")))
told(lambda: what(lambda: tf.get_variable("v", [2], constraint=lambda v: v)))
told(
    lambda: what(
        lambda: tf.get_variable("v", [2], custom_getter=lambda getter, *a, **k: getter(*a, **k))
    )
)
told(
    lambda: what(
        lambda: tf.get_variable(
            "v", [2], custom_getter=lambda getter, name, **k: getter(name + "_x", **k)
        )
    )
)
told(lambda: what(lambda: tf.get_variable("v", [2], custom_getter=5)))
told(lambda: what(lambda: tf.get_variable("v w", [2])))
told(lambda: what(lambda: tf.get_variable("v/w", [2])))
told(lambda: what(lambda: tf.get_variable("", [2])))
told(lambda: what(lambda: tf.get_variable(None, [2])))
told(lambda: what(lambda: tf.get_variable("/v", [2])))
told(lambda: what(lambda: tf.get_variable("v", "ab")))
told(lambda: what(lambda: tf.get_variable("v", [2.5])))
told(lambda: what(lambda: tf.get_variable("v", [-1])))
told(lambda: what(lambda: tf.get_variable("v", [2], nothing=1)))
told(lambda: what(lambda: tf.get_variable()))
told(lambda: what(lambda: tf.get_variable("v", [2], "float32")))
told(lambda: what(lambda: tf.get_variable("v", [2], "no dtype")))
told(lambda: what(lambda: tf.get_variable("v", tf.TensorShape([2, 3]))))
told(lambda: what(lambda: tf.get_variable("v", tf.TensorShape(None))))
told(lambda: what(lambda: tf.get_variable("v", (2, tf.Dimension(3)))))
told(lambda: what(lambda: tf.get_variable("v", np.array([2, 3]))))
told(lambda: what(lambda: tf.get_variable("v", tf.zeros([2]).shape)))
told(lambda: what(lambda: tf.get_variable("v", [P(2)])))
told(lambda: what(lambda: twice(lambda: tf.get_variable("v", [2]))))
told(lambda: what(lambda: twice(lambda: tf.Variable(1.0, name="v"))))
told(lambda: what(lambda: tf.Variable([1.0, 2.0], name="v", trainable=False)))
told(lambda: what(lambda: tf.Variable(1, name="v", dtype=tf.float32)))
told(lambda: what(lambda: tf.Variable(lambda: tf.ones([2]), name="v")))
told(lambda: what(lambda: tf.Variable(tf.ones([2]), name="v", collections=[])))
told(lambda: what(lambda: tf.Variable(None)))
told(lambda: what(lambda: tf.Variable()))
told(lambda: what(lambda: tf.Variable(1.0, expected_shape=[2])))
told(lambda: what(lambda: scoped("a")))
told(lambda: what(lambda: scoped("a", reuse=True)))
told(lambda: what(lambda: scoped("a", reuse=tf.AUTO_REUSE)))
told(lambda: what(lambda: scoped("a", reuse=False)))
told(lambda: what(lambda: scoped("a", reuse=1)))
told(lambda: what(lambda: scoped("a", reuse="yes")))
told(lambda: what(lambda: scoped(None)))
told(lambda: what(lambda: scoped(None, default_name="d")))
told(lambda: what(lambda: scoped(None, default_name="d", reuse=True)))
told(lambda: what(lambda: scoped("a", default_name="d")))
told(lambda: what(lambda: scoped("a b")))
told(lambda: what(lambda: scoped("a/")))
told(lambda: what(lambda: scoped("a//b")))
told(lambda: what(lambda: scoped("")))
told(lambda: what(lambda: scoped(5)))
told(lambda: what(lambda: scoped("a", nothing=2)))
told(lambda: what(lambda: scoped("a", initializer=tf.ones_initializer())))
told(lambda: what(lambda: scoped("a", initializer=5.0)))
told(lambda: what(lambda: scoped("a", initializer=[1.0])))
told(lambda: what(lambda: scoped("a", regularizer=lambda v: tf.reduce_sum(v))))
told(lambda: what(lambda: scoped("a", partitioner=tf.fixed_size_partitioner(2))))
told(lambda: what(lambda: scoped("a", custom_getter=lambda getter, *a, **k: getter(*a, **k))))
told(lambda: what(lambda: scoped("a", use_resource=True)))
told(lambda: what(lambda: scoped("a", auxiliary_name_scope=False)))
told(lambda: what(lambda: scoped("a", auxiliary_name_scope=5)))
told(lambda: what(lambda: scoped("a", values=[P(2)])))
told(lambda: what(lambda: scoped("a", constraint=lambda v: v)))
told(lambda: what(lambda: scoped(scoped("a", lambda: tf.get_variable_scope()))))
told(lambda: what(lambda: scoped(scoped("a", lambda: tf.get_variable_scope()), reuse=True)))
told(lambda: what(lambda: within("a", True, lambda: tf.get_variable("v", [2]))))
told(lambda: what(lambda: within("a", False, lambda: tf.get_variable("v", [2]))))
told(lambda: what(lambda: within("a", None, lambda: tf.get_variable("v", [2]))))
told(lambda: what(lambda: within("a", tf.AUTO_REUSE, lambda: tf.get_variable("v", [2]))))
told(lambda: what(lambda: within("a", True, lambda: tf.layers.dense(P(2, 3), 4))))
told(lambda: what(lambda: within("a", True, lambda: tf.layers.dense(P(2, 3), 4, name="d"))))
told(lambda: what(lambda: within("a", True, lambda: tf.Variable(1.0))))
told(lambda: what(lambda: within("a", True, lambda: scoped("b", reuse=False))))
told(lambda: what(lambda: within("a", True, lambda: scoped("b", reuse=None))))
told(
    lambda: what(
        lambda: within(
            "a", True, lambda: scoped("b", lambda: tf.layers.conv2d(P(1, 8, 8, 3), 4, 3))
        )
    )
)
told(
    lambda: what(
        lambda: within(
            "a",
            True,
            lambda: tf.nn.dynamic_rnn(tf.nn.rnn_cell.GRUCell(3), P(2, 4, 5), dtype=tf.float32),
        )
    )
)
