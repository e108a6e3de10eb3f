# model_variable is float32 unless asked otherwise, variable has the dtype of its scope.
# tensorflow: 1.15
import tensorflow as tf

framework = tf.contrib.framework
with tf.variable_scope("a", dtype=tf.float64):
    framework.variable("variable", [2])
    framework.variable("zeros", [2], initializer=tf.zeros_initializer())
    framework.model_variable("model", [2])
    framework.model_variable("given", [2], tf.float64)
    framework.model_variable("named", shape=[2], dtype=tf.int32)
    tf.contrib.layers.fully_connected(tf.zeros([2, 3]), 2)
    tf.contrib.layers.fully_connected(tf.zeros([2, 3], tf.float64), 2)
