# Workers around shared centers: what their getters make beside each variable, and their steps.
# tensorflow: 1.15
import tensorflow as tf

opt = tf.contrib.opt
step = tf.train.get_or_create_global_step()


def net(name, getter):
    with tf.variable_scope(name, custom_getter=getter):
        w = tf.get_variable("w", [3, 4])
        b = tf.get_variable("b", [4])
    with tf.variable_scope(name, custom_getter=getter, reuse=True):
        tf.get_variable("w", [3, 4])
    return tf.reduce_sum(w) + tf.reduce_sum(b), [w, b]


def shown(name):
    for v in tf.local_variables():
        tf.get_variable("l_%s_%s" % (name, v.op.name.replace("/", "_")), [1])
    for v in tf.global_variables():
        tf.get_variable("g_%s_%s" % (name, v.op.name.replace("/", "_")), [1])


getter = opt.AGNCustomGetter(worker_device="")
loss, listed = net("agn", getter)
with tf.variable_scope("agn_train"):
    made = opt.AGNOptimizer(tf.train.AdamOptimizer(), 1, custom_getter=getter)
made.minimize(loss, var_list=listed)
shown("agn")
getter = opt.ElasticAverageCustomGetter(worker_device="")
loss, listed = net("ea", getter)
made = opt.ElasticAverageOptimizer(
    tf.train.MomentumOptimizer(0.1, 0.9), 1, ea_custom_getter=getter
)
made.minimize(loss, global_step=step, var_list=listed)
with tf.variable_scope("other"):
    getter = opt.ModelAverageCustomGetter(worker_device="")
    loss, listed = net("ma", getter)
    made = opt.ModelAverageOptimizer(tf.train.AdamOptimizer(), 1, True, ma_custom_getter=getter)
    made.minimize(loss, global_step=step, var_list=listed)
    shown("ma")
    getter = opt.ElasticAverageCustomGetter(worker_device="")
    opt.ElasticAverageOptimizer(tf.train.AdamOptimizer(), 1, ea_custom_getter=getter)
