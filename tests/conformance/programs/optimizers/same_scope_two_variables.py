# The training scope may be opened twice when each time another variable is trained.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
a = tf.get_variable("a", [2])
b = tf.get_variable("b", [2])
for variable in (a, b):
    with tf.variable_scope("train"):
        tf.train.AdamOptimizer().minimize(tf.reduce_sum(variable), var_list=[variable])
