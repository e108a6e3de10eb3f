# A fused normalisation gives its statistics no gradient, one that isn't fused does.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def slots(name, x, **how):
    with tf.variable_scope(name):
        y = tf.layers.batch_normalization(x, name="norm", **how)
        listed = tf.global_variables(tf.get_variable_scope().name)
        tf.train.MomentumOptimizer(0.1, 0.9).minimize(tf.reduce_mean(y * y), var_list=listed)


image = tf.placeholder(tf.float32, [2, 8, 8, 3])
told = tf.placeholder(tf.bool)
slots("inference", image)
slots("channels_first", image, axis=1)
slots("told", image, training=told)
slots("told_fused", image, training=told, fused=True)
slots("training", image, training=True)
slots("vector", tf.placeholder(tf.float32, [2, 3]))
slots("not_fused", image, fused=False)
slots("sequence", tf.placeholder(tf.float32, [2, 8, 3]))
slots("virtual", image, virtual_batch_size=2)
slots("unscaled", image, scale=False)
slots("volume", tf.placeholder(tf.float32, [2, 4, 4, 4, 3]))
