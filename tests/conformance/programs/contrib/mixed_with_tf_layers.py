# contrib and tf.layers spell their default scopes differently and meet only in an explicit one: kernel and weights coexist.
# tensorflow: 1.15
import tensorflow as tf

x = tf.zeros([2, 3])
tf.layers.dense(x, 4)
tf.contrib.layers.fully_connected(x, 4)
tf.layers.dense(x, 4, name="fc")
with tf.variable_scope("fc") as scope:
    pass
tf.contrib.layers.fully_connected(x, 5, scope=scope, biases_initializer=None)
