# Truth values have no sum where operations run at once either.
import tensorflow.compat.v1 as tf

tf.enable_eager_execution()
tf.reduce_sum(tf.constant([True, False]))
