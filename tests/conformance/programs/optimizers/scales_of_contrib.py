# Losses that are scaled, and gradients that are dropped: variables of scales, inside of conditions.
# tensorflow: 1.15
import tensorflow as tf

mixed = tf.contrib.mixed_precision
w = tf.get_variable("w", [3, 4])
loss = tf.reduce_sum(w)
step = tf.train.get_or_create_global_step()
scale = mixed.ExponentialUpdateLossScaleManager(init_loss_scale=128, incr_every_n_steps=10)
mixed.LossScaleOptimizer(tf.train.AdamOptimizer(), scale).minimize(loss)
fixed = mixed.FixedLossScaleManager(128)
mixed.LossScaleOptimizer(tf.train.AdamOptimizer(0.1), fixed).minimize(loss, global_step=step)
tf.contrib.opt.DropStaleGradientOptimizer(tf.train.AdamOptimizer(), 5).minimize(
    loss, global_step=step
)
tf.contrib.opt.DropStaleGradientOptimizer(tf.train.AdamOptimizer(), 5).minimize(
    loss, global_step=step
)
