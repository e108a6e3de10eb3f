# The slots come with apply_gradients, not with compute_gradients: there w/Adam/ does not exist.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
w = tf.get_variable("w", [2])
loss = tf.reduce_sum(w * w)
optimizer = tf.train.AdamOptimizer()
tf.get_variable_scope().reuse_variables()
gradients = optimizer.compute_gradients(loss)
optimizer.apply_gradients(gradients)
