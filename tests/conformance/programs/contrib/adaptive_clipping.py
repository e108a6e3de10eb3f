# The function that adaptive_clipping_fn returns keeps two statistics in a scope of its own whenever it is called.
# tensorflow: 1.15
import tensorflow as tf
from tensorflow.contrib.layers.python.layers import optimizers

w = tf.get_variable("w", [3])
loss = tf.reduce_sum(w * w)
tf.contrib.layers.optimize_loss(loss, None, 0.1, "SGD", clip_gradients=optimizers.adaptive_clipping_fn())
clip = tf.contrib.slim.adaptive_clipping_fn(decay=0.9, static_max_norm=1.0)
optimizer = tf.train.GradientDescentOptimizer(0.1)
pairs = clip(optimizer.compute_gradients(loss))
optimizer.apply_gradients(pairs)
tf.get_variable("pairs", [len(pairs)])
named = optimizers.adaptive_clipping_fn(name="norm", report_summary=True)
named(optimizer.compute_gradients(loss))
with tf.variable_scope("a", reuse=tf.AUTO_REUSE):
    named(optimizer.compute_gradients(loss))
    named(optimizer.compute_gradients(loss))
named(optimizer.compute_gradients(loss))
