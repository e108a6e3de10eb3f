# Both branches of tf.cond run while the graph is built, so both variables exist.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
flag = tf.placeholder(tf.bool, [])
tf.cond(flag, lambda: tf.get_variable("yes", []) * 1.0, lambda: tf.get_variable("no", []) * 1.0)
