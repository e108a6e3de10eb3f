# contrib's normalisation is fused for matrices too, and then its statistics get no gradient.
# tensorflow: 1.15
import tensorflow as tf


def slots(name, x, **how):
    with tf.variable_scope(name):
        y = tf.contrib.layers.batch_norm(x, scope="norm", **how)
        listed = tf.global_variables(tf.get_variable_scope().name)
        tf.train.MomentumOptimizer(0.1, 0.9).minimize(tf.reduce_mean(y * y), var_list=listed)


image = tf.placeholder(tf.float32, [2, 8, 8, 3])
matrix = tf.placeholder(tf.float32, [2, 3])
slots("inference", image, is_training=False)
slots("fused", image, is_training=False, fused=True)
slots("scaled", image, is_training=False, scale=True)
slots("matrix", matrix, is_training=False)
slots("told", image, is_training=tf.placeholder(tf.bool))
slots("not_fused", image, is_training=False, fused=False)
slots("matrix_not_fused", matrix, is_training=False, fused=False)
slots("sequence", tf.placeholder(tf.float32, [2, 8, 3]), is_training=False)
slots("applied", image, is_training=False, updates_collections=None)
