# A list of parts in a scope of its own.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
x = tf.zeros([2, 8, 8, 4])
x1 = tf.zeros([2, 8, 4])
x3 = tf.zeros([2, 8, 8, 8, 4])
a = tf.create_partitioned_variables([4, 6], [1, 2], tf.zeros_initializer())
b = tf.create_partitioned_variables([4, 6], [2, 1], tf.zeros_initializer(), dtype=tf.int32, trainable=False, name="b")
c = tf.create_partitioned_variables([5], [3], lambda shape, dtype, partition_info: tf.ones(shape, dtype))
with tf.variable_scope("s"):
    d = tf.create_partitioned_variables([4], [1], tf.constant([1, 2, 3, 4]), collections=["x"])
    e = tf.create_partitioned_variables([4], [2], tf.zeros_initializer(), name="b")
f = tf.create_partitioned_variables([4, 6], [2, 1], tf.zeros_initializer(), dtype=tf.int32, name="b", reuse=True)
print(len(a), [v.name for v in f], len(tf.get_collection("x")))
tf.create_partitioned_variables([4, 6], [2, 1], tf.zeros_initializer(), dtype=tf.int32, name="b")
