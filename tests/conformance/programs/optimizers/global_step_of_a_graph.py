# Every graph has a global step of its own.
import tensorflow.compat.v1 as tf
tf.disable_v2_behavior()

other = tf.Graph()
step = tf.train.create_global_step(other)
here = tf.train.create_global_step()
assert tf.train.get_global_step(other) is step
assert tf.train.get_or_create_global_step(graph=other) is step
with other.as_default():
    tf.train.create_global_step()
