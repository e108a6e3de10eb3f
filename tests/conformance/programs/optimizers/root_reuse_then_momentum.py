# After two towers and reuse_variables() on the root, Momentum's slot does not exist.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def tower(x):
    w = tf.get_variable("w", [3, 1])
    return tf.reduce_mean(tf.matmul(x, w))


losses = []
for i in range(2):
    losses.append(tower(tf.ones([2, 3])))
    tf.get_variable_scope().reuse_variables()
tf.train.MomentumOptimizer(0.1, 0.9).minimize(tf.add_n(losses))
