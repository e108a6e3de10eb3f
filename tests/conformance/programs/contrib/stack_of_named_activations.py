# relu, elu and linear are fully_connected, and are stacked under its name.
# tensorflow: 1.15
import tensorflow as tf

l = tf.contrib.layers
x = tf.zeros([2, 3])
l.stack(x, l.relu, [3, 4])
l.stack(x, l.elu, [3, 4])
l.stack(x, l.linear, [3], scope="s")
l.repeat(x, 2, l.relu, 3)
y = l.one_hot_encoding(tf.constant([0, 1]), 3, outputs_collections="out")
z = l.one_hot_encoding(tf.constant([0, 1]), 3, outputs_collections="out", scope="mine")
