# What an optimizer keeps beside its slots has the type of the number that it begins at.
import re

import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

with tf.variable_scope("a_network_with_a_long_name"):
    with tf.variable_scope("and_a_layer_with_another"):
        kernel = tf.get_variable("kernel", [3])
loss = tf.reduce_sum(tf.scalar_mul(tf.constant(0.5), kernel))
for number, (first, second) in enumerate([(0, 0.9), (0.5, 1), (0, 0), (0.0, 0.5), (0.9, 0.999)]):
    with tf.name_scope("step%d" % number):
        tf.train.AdamOptimizer(0.1, first, beta2=second, name="A%d" % number).minimize(loss)
scaled = tf.scalar_mul(2.0, tf.placeholder(tf.float32, [4, 7]), name="twice")
tf.get_variable(scaled.op.name, scaled.shape)


def without_scope(name):
    return re.match(r"\w*/([^:]*):\w*", name).group(1)


held = {without_scope(one.name): one for one in tf.trainable_variables("a_network")}
for name in sorted(held):
    tf.get_variable("held/" + name, held[name].shape)
pairs = [(tf.gradients(loss, one)[0], one) for one in held.values()]
tf.train.MomentumOptimizer(0.1, 0.9).apply_gradients(pairs)
