# What layers, cells and templates refuse and make, each in a graph of its own.
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


told(
    lambda: what(
        lambda: twice(
            lambda: tf.nn.dynamic_rnn(tf.nn.rnn_cell.GRUCell(3), P(2, 4, 5), dtype=tf.float32)
        )
    )
)
told(lambda: what(lambda: tf.nn.dynamic_rnn(tf.nn.rnn_cell.GRUCell(3), P(2, 4, 5))))
told(
    lambda: what(
        lambda: tf.nn.dynamic_rnn(tf.nn.rnn_cell.GRUCell(3), P(2, 4, None), dtype=tf.float32)
    )
)
told(lambda: what(lambda: tf.nn.dynamic_rnn(tf.nn.rnn_cell.GRUCell(3), P(5), dtype=tf.float32)))
told(
    lambda: what(
        lambda: tf.nn.dynamic_rnn(
            tf.nn.rnn_cell.GRUCell(3), P(4, 2, 5), dtype=tf.float32, time_major=True
        )
    )
)
told(lambda: what(lambda: tf.nn.dynamic_rnn(Cell(), P(2, 4, 5), dtype=tf.float32)))
told(
    lambda: what(
        lambda: tf.nn.dynamic_rnn(
            Cell(), P(2, 4, 5), sequence_length=[1, 2], dtype=tf.float32, scope="r"
        )
    )
)
told(lambda: what(lambda: tf.nn.static_rnn(Cell(), [P(2, 5)] * 2, dtype=tf.float32)))
told(lambda: what(lambda: tf.nn.static_rnn(Cell(), [], dtype=tf.float32)))
told(lambda: what(lambda: tf.nn.static_rnn(Cell(), P(2, 5), dtype=tf.float32)))
told(lambda: what(lambda: tf.nn.rnn_cell.MultiRNNCell([])))
told(
    lambda: what(
        lambda: tf.nn.static_rnn(
            tf.nn.rnn_cell.MultiRNNCell([Cell(), tf.nn.rnn_cell.LSTMCell(3, num_proj=2)]),
            [P(2, 5)],
            dtype=tf.float32,
        )
    )
)
told(
    lambda: what(
        lambda: tf.nn.static_rnn(
            tf.nn.rnn_cell.DropoutWrapper(Cell(), 0.5), [P(2, 5)], dtype=tf.float32
        )
    )
)
told(lambda: what(lambda: tf.nn.rnn_cell.DropoutWrapper(Cell(), 2.0)))
told(
    lambda: what(
        lambda: tf.nn.static_rnn(
            tf.nn.rnn_cell.ResidualWrapper(tf.nn.rnn_cell.GRUCell(5)), [P(2, 5)], dtype=tf.float32
        )
    )
)
told(
    lambda: what(
        lambda: tf.nn.bidirectional_dynamic_rnn(Cell(), Cell(), P(2, 4, 5), dtype=tf.float32)[0]
    )
)
told(lambda: what(lambda: templated(lambda x: tf.layers.dense(x, 3), P(2, 4))))
told(lambda: what(lambda: templated(keyed, P(2, 4), size=3)))
told(lambda: what(lambda: templated(keyed, P(2, 4))))
told(lambda: what(lambda: templated(keyed, P(2, 4), width=3)))
told(lambda: what(lambda: templated(sized, P(2, 4), size=2)))
told(lambda: what(lambda: templated(sized, P(2, 4), use_bias=False)))
told(lambda: what(lambda: templated(sized, P(2, 4), unique_name_="u")))
told(lambda: what(lambda: templated(sized, P(2, 4), create_scope_now_=True)))
told(lambda: what(lambda: templated(two, P(2, 4))))
told(lambda: what(lambda: templated(two, P(2, 4), P(2, 4), P(2))))
told(lambda: what(lambda: templated(functools.partial(sized, size=5), P(2, 4))))
told(lambda: what(lambda: templated(lambda x: tf.Variable(1.0, name="w"), P(2))))
told(lambda: what(lambda: tf.layers.dense(P(2, 3), 0)))
told(lambda: what(lambda: tf.layers.dense(P(2, None), 3)))
told(lambda: what(lambda: tf.layers.dense(P(3), 3)))
told(lambda: what(lambda: tf.layers.dense(tf.placeholder(tf.int32, [2, 3]), 3)))
told(lambda: what(lambda: tf.layers.dense(np.ones([2, 3], np.float32), 3)))
told(lambda: what(lambda: tf.layers.dense(P(2, 3), 3, activation="relu")))
told(lambda: what(lambda: tf.layers.dense(P(2, 3), 3, reuse=True)))
told(lambda: what(lambda: tf.layers.dense(P(2, 3), 3, name="d", reuse=True)))
told(lambda: what(lambda: tf.layers.dense(P(2, 3), 3, name="d/")))
told(lambda: what(lambda: tf.layers.dense(P(2, 3), 3, name="d d")))
told(lambda: what(lambda: tf.layers.dense(P(2, 3), 3, kernel_initializer="ones")))
told(lambda: what(lambda: tf.layers.dense(P(2, 3), 3, nothing=5)))
told(lambda: what(lambda: tf.layers.dense(P(2, 3))))
told(lambda: what(lambda: tf.layers.conv2d(P(1, 8, 8, 3), 4, 3, padding="other")))
told(lambda: what(lambda: tf.layers.conv2d(P(1, 8, 8, 3), 4, 3, data_format="other")))
told(lambda: what(lambda: tf.layers.conv2d(P(1, 8, 8, 3), 4, (3, 3, 3))))
told(lambda: what(lambda: tf.layers.conv2d(P(8, 8, 3), 4, 3)))
told(lambda: what(lambda: tf.layers.batch_normalization(P(2, 3), axis=[1])))
told(lambda: what(lambda: tf.layers.batch_normalization(P(2, 8, 8, 3), fused=True, axis=2)))
told(
    lambda: what(lambda: tf.layers.max_pooling2d(P(1, 8, 8, 3), 2, 2, data_format="channels_first"))
)
told(lambda: what(lambda: tf.layers.flatten(tf.placeholder(tf.float32))))
