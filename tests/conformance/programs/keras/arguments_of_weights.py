# Keras layers in a graph: functions for weights, flags that aren't booleans, axes, states kept.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
layers = tf.keras.layers


def decay(weight):
    return tf.reduce_sum(weight) * tf.get_variable("by_regularizer", [])


x = tf.ones([2, 4])
images = tf.ones([2, 8, 8, 3])
sequence = tf.ones([2, 3, 4])
with tf.variable_scope("top"):
    layers.Dense(4, use_bias=None, kernel_regularizer=decay, kernel_constraint=decay)(x)
    layers.SeparableConv2D(
        4, 3, use_bias=0, pointwise_initializer=lambda s, dtype=None: tf.ones(s)
    )(images)
    layers.BatchNormalization(center=None, name="")(images)
    layers.LayerNormalization(axis=[1, 2])(images)
    layers.LayerNormalization(axis=1, scale=None)(images)
    layers.LSTM(4, stateful=True)(sequence)
    layers.SimpleRNN(4, stateful=1, use_bias=None)(sequence)
