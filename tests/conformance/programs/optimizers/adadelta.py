# Adadelta makes two slots for each variable, Adadelta and Adadelta_1.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
w = tf.get_variable("w", [2])
tf.train.AdadeltaOptimizer().minimize(tf.reduce_sum(w * w))
