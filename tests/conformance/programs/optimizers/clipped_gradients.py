# Gradients are computed inside a reusing scope and applied after it, so the slots can be made.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("net") as scope:
    w = tf.get_variable("w", [2])
    scope.reuse_variables()
    v = tf.get_variable("w")
    optimizer = tf.train.AdamOptimizer()
    pairs = optimizer.compute_gradients(tf.reduce_sum(w * v))
clipped = [(tf.clip_by_value(g, -1.0, 1.0), variable) for g, variable in pairs if g is not None]
optimizer.apply_gradients(clipped, global_step=tf.train.get_or_create_global_step())
