# w:0 v:0  # safe
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

w = tf.get_variable("w", [4, 1])
v = tf.get_variable("v", [4, 1])  # noqa: E501
print(*(one.name for one in tf.trainable_variables()))
