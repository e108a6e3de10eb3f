# Name filters decide which variables get slots.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
for name in ("generator", "discriminator"):
    with tf.variable_scope(name):
        tf.get_variable("w", [2])
variables = tf.trainable_variables()
g_vars = [v for v in variables if v.name.startswith("generator")]
d_vars = [v for v in variables if "discriminator" in v.name]
loss = tf.add_n([tf.reduce_sum(v) for v in variables])
tf.train.AdamOptimizer(name="adam_d").minimize(loss, var_list=d_vars)
tf.train.MomentumOptimizer(0.1, 0.9).minimize(loss, var_list=g_vars)
