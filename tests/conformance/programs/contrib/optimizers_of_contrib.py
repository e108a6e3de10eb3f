# What contrib's optimizers keep beside the variables, and what reuse finds missing of it.
# tensorflow: 1.15
import tensorflow as tf
from tensorflow.contrib.opt.python.training import sign_decay
from tensorflow.contrib.opt.python.training.powersign import PowerSignOptimizer

opt = tf.contrib.opt
decay = sign_decay.get_linear_decay_fn(10)
w = tf.get_variable("w", [2, 3])
b = tf.get_variable("b", [3])
loss = tf.reduce_sum(w) + tf.reduce_sum(b * b)
made = [
    opt.LARSOptimizer(0.1),
    opt.AddSignOptimizer(0.1, alpha=0.5),
    opt.AddSignOptimizer(name="slower", sign_decay_fn=lambda step: decay(tf.constant(1))),
    PowerSignOptimizer(name="sign"),
    opt.AdamGSOptimizer(global_step=0),
    opt.LazyAdamGSOptimizer(tf.train.get_or_create_global_step(), 0.1),
    opt.MomentumWOptimizer(0.01, 0.1, 0.9),
    opt.RegAdagradOptimizer(0.1),
    tf.contrib.optimizer_v2.AdamOptimizer(0.1, name="newer"),
    tf.contrib.optimizer_v2.RMSPropOptimizer(0.1, centered=True),
    opt.ShampooOptimizer(),
    opt.ShampooOptimizer(max_matrix_size=2, svd_interval=2, name="second"),
    opt.extend_with_decoupled_weight_decay(tf.train.AdamOptimizer)(weight_decay=0.01, learning_rate=0.1),
]
for number, optimizer in enumerate(made):
    with tf.variable_scope("s%d" % number):
        optimizer.minimize(loss)
        optimizer.minimize(loss)
opt.AdamWOptimizer(0.01).minimize(loss, decay_var_list=[w])
opt.extend_with_decoupled_weight_decay(tf.train.MomentumOptimizer)(0.1, learning_rate=0.1, momentum=0.9).minimize(loss, decay_var_list=[b])
for case in (lambda: opt.LARSOptimizer(0.1, momentum=-1.0), lambda: opt.LARSOptimizer(0.1, weight_decay=-1.0)):
    try:
        case()
    except ValueError as error:
        tf.get_variable("refused_" + str(error).split()[0], [1])
with tf.variable_scope("s0", reuse=True):
    opt.ShampooOptimizer(name="third").minimize(loss)
