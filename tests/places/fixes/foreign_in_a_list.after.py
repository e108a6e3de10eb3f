# gen/w:0
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def network(x, name):
    with tf.variable_scope(name):
        return tf.matmul(x, tf.get_variable("w", [4, 4]))


x = tf.placeholder(tf.float32, [None, 4])
there = network(x, "gen")
back = network(there, "gen_back")
loss = tf.reduce_mean(tf.abs(back - x))
gen_vars = tf.get_collection(tf.GraphKeys.TRAINABLE_VARIABLES, "gen/")
back_vars = [v for v in tf.trainable_variables() if "gen_back" in v.name]
first = tf.train.AdamOptimizer().minimize(loss, var_list=gen_vars)
other = tf.train.AdamOptimizer().minimize(loss * 2.0, var_list=back_vars)
print(*(v.name for v in gen_vars))
