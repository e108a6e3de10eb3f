# tensorflow: 1.15
# Lists of gradients of slim's learning: multiplied, clipped; what is left out has no slot.
import tensorflow as tf

slim = tf.contrib.slim
w = tf.get_variable("w", [2])
u = tf.get_variable("u", [2])
unused = tf.get_variable("unused", [2])
optimizer = tf.train.MomentumOptimizer(0.1, 0.9)
pairs = optimizer.compute_gradients(tf.reduce_sum(w * u))
pairs = slim.learning.multiply_gradients(pairs, {w: 2.0, "u": 3.0})
pairs = slim.learning.clip_gradient_norms(pairs, 1.0)
optimizer.apply_gradients([(g, v) for g, v in pairs if g is not None])
slim.learning.multiply_gradients(optimizer.compute_gradients(tf.reduce_sum(w)), {u: 2.0})
