# arg_scope for a function without add_arg_scope raises ValueError when it is entered.
# tensorflow: 1.15
import tensorflow as tf

slim = tf.contrib.slim
with slim.arg_scope([tf.layers.dense], name="fc"):
    tf.layers.dense(tf.zeros([2, 3]), 4)
