# Copies of all collections tell what was added to one since.
# tensorflow: 1.15
import copy

import tensorflow as tf


def kept():
    graph = tf.get_default_graph()
    keys = graph.get_all_collection_keys()
    return {key: copy.copy(graph.get_collection(key)) for key in keys}


def added(before, key):
    old = set(before.get(key, []))
    return [one for one in tf.get_collection(key) if one not in old]


def cost(variables, name="cost"):
    with tf.name_scope(name + "_inside"):
        losses = [tf.nn.l2_loss(one) for one in variables if "W" in one.op.name]
        if not losses:
            return tf.constant(0.0, name="no_" + name)
    return tf.add_n(losses, name=name)


empty = kept()
with tf.variable_scope("one"):
    tf.get_variable("W", [1, 2])
    tf.get_variable("b", [2])
first = kept()
with tf.variable_scope("two"):
    tf.get_variable("W", [3, 4])
    tf.get_variable("fixed", [1], trainable=False)
tf.get_variable("first_%d" % len(added(empty, tf.GraphKeys.TRAINABLE_VARIABLES)), [1])
new = added(first, tf.GraphKeys.TRAINABLE_VARIABLES)
total = cost(new[:1])
tf.get_variable(total.op.name, [len(new)])
average = tf.train.ExponentialMovingAverage(0.9, name="average")
average.apply([total])
nothing = cost([])
tf.get_variable("sure_" + nothing.op.name + "_" + "_".join(sorted(first)), [1])
if tf.get_default_graph()._get_control_flow_context() is None:
    tf.get_variable("outside", [1])


def inside():
    if tf.get_default_graph()._get_control_flow_context() is not None:
        tf.get_variable("inside", [1])
    return 1


tf.cond(tf.constant(True), inside, lambda: 2)
