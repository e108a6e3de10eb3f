# scope= may be a scope object: the variables sit directly in it, and a second layer there already exists.
# tensorflow: 1.15
import tensorflow as tf

x = tf.zeros([2, 3])
with tf.variable_scope("o") as o:
    pass
tf.contrib.layers.fully_connected(x, 4, scope=o)
tf.contrib.layers.fully_connected(x, 4, scope=o)
