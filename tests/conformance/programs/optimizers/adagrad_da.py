# AdagradDA wants the global step and makes two slots for each variable.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
step = tf.train.get_or_create_global_step()
w = tf.get_variable("w", [2])
optimizer = tf.train.AdagradDAOptimizer(0.1, step)
optimizer.minimize(tf.reduce_sum(w * w), global_step=step)
