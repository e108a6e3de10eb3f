# Local, global and model variables of contrib.framework.
# tensorflow: 1.15
import tensorflow as tf

f = tf.contrib.framework
a = f.local_variable(0)
b = f.global_variable([1.0, 2.0], name="g")
with tf.variable_scope("s", reuse=True):
    f.local_variable(tf.zeros([2]), name="l")
    f.global_variable(lambda: tf.zeros([3]), False, "k")
print([v.name for v in f.get_local_variables()], len(tf.trainable_variables()))
with tf.variable_scope("m"):
    f.model_variable("v", [2])
    f.model_variable("i", [2], tf.int32, initializer=tf.zeros_initializer())
print(len(f.get_model_variables()))
f.model_variable("m/v", [2])
