# tf.gradients with zip makes slots exactly for the variables handed to apply_gradients.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
a = tf.get_variable("a", [2])
b = tf.get_variable("b", [2])
loss = tf.reduce_sum(a * b)
grads, _ = tf.clip_by_global_norm(tf.gradients(loss, [a]), 5.0)
tf.train.RMSPropOptimizer(0.01).apply_gradients(zip(grads, [a]))
