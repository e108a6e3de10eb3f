# The loop of TensorFlow 2's module gives what it got; what a function maps to may be a number.
# tensorflow: 1.15
import tensorflow as tf
from tensorflow.python.ops.while_v2 import while_loop

made = while_loop(lambda v: v < 8.0, lambda v: v * 2.0, [tf.constant(2.0)])
tf.get_variable("results_%d" % len(made), made[0].shape.as_list())
ones = tf.map_fn(lambda x: 1, tf.zeros([4], tf.int32))
tf.get_variable("mapped", ones.get_shape().as_list())
