# What optimizers, averages, savers, branches and collections refuse and make, each in a graph of its own.
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


def used(make):
    make()
    asked.append("")
    tf.get_variable("%d" % len(asked), [1])


def P(*given):
    return tf.placeholder(tf.float32, given)


def what(make, length=60):
    with tf.Graph().as_default():
        try:
            make()
        except Exception as error:
            return "%s: %s" % (
                type(error).__name__,
                str(error).split(", originally")[0].split("\n")[0][:length],
            )
        names = [v.op.name for v in tf.global_variables()]
        return [names, len(tf.trainable_variables())]


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


told(lambda: what(lambda: trained(tf.train.GradientDescentOptimizer(0.1))))
told(lambda: what(lambda: trained(tf.train.GradientDescentOptimizer(0.1), var_list=[])))
told(
    lambda: what(
        lambda: trained(tf.train.AdamOptimizer(), global_step=tf.train.get_or_create_global_step())
    )
)
told(lambda: what(lambda: trained(tf.train.MomentumOptimizer(0.1, 0.9, use_nesterov=True))))
told(lambda: what(lambda: trained(tf.train.RMSPropOptimizer(0.1, centered=True), name="t")))
told(lambda: what(lambda: trained(tf.train.AdadeltaOptimizer())))
told(lambda: what(lambda: trained(tf.train.FtrlOptimizer(0.1))))
told(lambda: what(lambda: trained(tf.train.ProximalAdagradOptimizer(0.1))))
told(lambda: what(lambda: trained(tf.train.ProximalGradientDescentOptimizer(0.1))))
told(
    lambda: what(
        lambda: trained(tf.train.AdagradDAOptimizer(0.1, tf.train.get_or_create_global_step()))
    )
)
told(lambda: what(lambda: tf.train.AdamOptimizer().minimize(P(2))))
told(
    lambda: what(
        lambda: tf.train.AdamOptimizer().minimize(
            tf.reduce_sum(tf.get_variable("v", [2])), var_list=[tf.get_variable("w", [2])]
        )
    )
)
told(lambda: what(lambda: tf.train.AdamOptimizer().apply_gradients([])))
told(
    lambda: what(
        lambda: tf.train.AdamOptimizer().apply_gradients(
            [(tf.ones([2]), tf.get_variable("v", [2]))]
        )
    )
)
told(lambda: tf.train.AdamOptimizer().get_name())
told(lambda: tf.train.AdamOptimizer(name="A").get_name())
used(lambda: what(lambda: tf.train.ExponentialMovingAverage(0.9).apply([5])))
used(lambda: what(lambda: tf.train.Saver()))
used(lambda: what(lambda: tf.train.Saver([])))
used(lambda: what(lambda: tf.train.Saver([P(2)])))
used(lambda: what(lambda: tf.train.Saver([5])))
used(lambda: what(lambda: tf.train.get_global_step()))
told(lambda: what(lambda: twice(tf.train.create_global_step)))
used(lambda: what(lambda: tf.assign(P(2), [1.0, 2.0])))
used(lambda: what(lambda: tf.cond(P() > 0, lambda: tf.zeros([2]), lambda: tf.zeros([2], tf.int32))))
told(lambda: what(lambda: tf.cond(True, lambda: P(1), lambda: P(2))))
told(lambda: what(lambda: tf.cond(P() > 0, P(1), lambda: P(2))))
used(lambda: what(lambda: tf.case([(P() > 0, lambda: P(1))], default=lambda: P(1))))
used(lambda: what(lambda: tf.case([])))
used(lambda: what(lambda: tf.while_loop(lambda i: i < 3, lambda i: i + 1, [0])))
used(lambda: what(lambda: tf.map_fn(lambda v: v * 2, P(3))))
used(lambda: what(lambda: tf.map_fn(lambda v: v, P())))
used(lambda: what(lambda: tf.add_to_collection("c", 5) or tf.get_collection("c")))
used(lambda: what(lambda: tf.get_collection("nothing") or 0))
used(lambda: what(lambda: tf.get_collection_ref("c").append(4) or tf.get_collection("c")))
told(lambda: what(lambda: tf.name_scope("a b").__enter__()))
used(lambda: what(lambda: tf.get_variable_scope().name))
used(lambda: what(lambda: tf.get_variable_scope().reuse))
used(lambda: what(lambda: scoped("a", lambda: tf.get_variable_scope().reuse, reuse=True)))
used(lambda: what(lambda: scoped("a", lambda: tf.get_variable_scope().original_name_scope)))
used(lambda: what(lambda: scoped("a", lambda: tf.get_variable_scope().nothing)))
used(lambda: what(lambda: scoped("a", lambda: tf.get_default_graph().get_name_scope())))
used(lambda: what(lambda: tf.get_default_graph().get_tensor_by_name("v:0")))
used(lambda: what(lambda: tf.get_default_graph().get_tensor_by_name("v")))
used(lambda: what(lambda: P(2).set_shape([3])))
told(lambda: what(lambda: tf.placeholder(tf.float32).shape.as_list()))
used(lambda: what(lambda: len(tf.placeholder(tf.float32).shape)))
used(lambda: what(lambda: int(P(None, 3).shape[0])))
used(lambda: what(lambda: len(P(2))))
used(lambda: what(lambda: P(2)[0.5]))
used(lambda: what(lambda: P(2, 3)["a"]))
used(lambda: what(lambda: P(2).nothing))
used(lambda: what(lambda: tf.nothing_at_all))
