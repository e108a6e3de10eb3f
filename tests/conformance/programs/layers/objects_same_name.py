# Two Dense objects with the same name get scopes of their own, fc and fc_1.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
x = tf.zeros([2, 3])
first = tf.layers.Dense(4, name="fc")
second = tf.layers.Dense(4, name="fc")
second(x)
first(x)
