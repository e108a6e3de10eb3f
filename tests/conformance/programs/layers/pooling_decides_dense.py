# Pooling with odd sizes rounds up under SAME and down under VALID, and the dense kernels show it.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
x = tf.placeholder(tf.float32, [None, 13, 11, 2])
same = tf.layers.max_pooling2d(x, 3, 2, padding="same")
valid = tf.layers.max_pooling2d(x, 3, 2)
mean = tf.layers.average_pooling2d(x, [2, 3], [2, 3], padding="valid")
raw = tf.nn.max_pool(x, [1, 2, 2, 1], [1, 2, 2, 1], padding="SAME")
for name, pooled in (("same", same), ("valid", valid), ("mean", mean), ("raw", raw)):
    tf.layers.dense(tf.layers.flatten(pooled), 1, name=name)
