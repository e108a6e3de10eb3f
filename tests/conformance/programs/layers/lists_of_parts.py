# The lists of a layer whose variables are in parts.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
x = tf.placeholder(tf.float32, [2, 6])
lists = ("weights", "trainable_weights", "variables", "trainable_variables", "non_trainable_weights")


def count(layer, when):
    for name in lists:
        tf.Variable(0.0, name="%s_%s_%d" % (when, name, len(getattr(layer, name))))


with tf.variable_scope("a", partitioner=tf.fixed_size_partitioner(2)):
    layer = tf.layers.Dense(4)
    count(layer, "before")
    layer(x)
    count(layer, "called")
    layer(x)
    count(layer, "again")
    layer = tf.layers.BatchNormalization()
    layer(x, training=True)
    count(layer, "normalized")
with tf.variable_scope("c"):
    layer = tf.layers.Dense(4)
    with tf.variable_scope("d", partitioner=tf.fixed_size_partitioner(2)):
        layer(x)
    count(layer, "inside")
layer = tf.layers.BatchNormalization()
layer(x)
count(layer, "whole")
for variable in layer.weights:
    tf.Variable(0.0, name=variable.op.name.replace("/", "_"))
