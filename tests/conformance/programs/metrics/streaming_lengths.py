# What grows begins without length, or with the most it may have; where variables are resources.
# tensorflow: 1.15
import tensorflow as tf

M = tf.contrib.metrics
tf.enable_resource_variables()
x = tf.ones([10, 3, 4])
first = M.streaming_concat(x)[0]
second = M.streaming_concat(x, axis=-1, max_size=6, name="last")[0]
third = M.streaming_concat(x, axis=1, max_size=5)[0]
for i, one in enumerate([first, second, third]):
    tf.get_variable("shape_%d" % i, [size or 7 for size in one.shape.as_list()])
with tf.variable_scope("plain", use_resource=False):
    M.streaming_concat(x[0])
