# One Adam object that minimises two losses makes its slots once.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
w = tf.get_variable("w", [2])
loss = tf.reduce_sum(w * w)
optimizer = tf.train.AdamOptimizer()
optimizer.minimize(loss)
optimizer.minimize(2.0 * loss)
