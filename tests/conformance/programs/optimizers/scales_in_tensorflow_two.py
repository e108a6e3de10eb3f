# Scales of losses of TensorFlow itself: those that change are applied inside of a condition.
# tensorflow: 2.21
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
w = tf.get_variable("w", [3, 4])
loss = tf.reduce_sum(w)
o = tf.mixed_precision.enable_mixed_precision_graph_rewrite(tf.train.AdamOptimizer(0.1))
o.minimize(loss)
o = tf.mixed_precision.MixedPrecisionLossScaleOptimizer(tf.train.AdamOptimizer(0.1), 128)
g = o.compute_gradients(loss)
tf.get_variable("n", [len(g)])
with tf.variable_scope("s"):
    o.apply_gradients(g, global_step=tf.train.get_or_create_global_step())
    s = tf.mixed_precision.DynamicLossScale(increment_period=3)
    f = tf.mixed_precision.FixedLossScale(3.0)
o = tf.mixed_precision.MixedPrecisionLossScaleOptimizer(tf.train.AdamOptimizer(0.1), s)
o.minimize(loss)
for v in tf.global_variables():
    tf.get_variable("g_" + v.op.name.replace("/", "_"), [1])
