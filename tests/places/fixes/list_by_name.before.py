# d/w:0 d/bn/beta:0
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def network(x, name):
    with tf.variable_scope(name):
        w = tf.get_variable("w", [4, 1])
        with tf.variable_scope("bn"):
            beta = tf.get_variable("beta", [1])
        return tf.matmul(x, w) + beta


loss = tf.reduce_mean(network(tf.placeholder(tf.float32, [None, 4]), "d"))
d_vars = [v for v in tf.trainable_variables() if "/w" in v.name]  # the weights
train = tf.train.AdamOptimizer().minimize(loss, var_list=d_vars)
print(*(v.name for v in d_vars))
