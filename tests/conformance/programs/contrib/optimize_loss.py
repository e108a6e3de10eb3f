# optimize_loss makes its learning rate and its slots below OptimizeLoss.
# tensorflow: 1.15
import tensorflow as tf

w = tf.get_variable("w", [3])
step = tf.train.get_or_create_global_step()
tf.contrib.layers.optimize_loss(tf.reduce_sum(w * w), step, 0.1, "Adam")
