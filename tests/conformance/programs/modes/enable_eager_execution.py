# enable_eager_execution in TensorFlow 1.15: nothing is stored, so nothing is shared or refused.
# tensorflow: 1.15
import tensorflow as tf

tf.enable_eager_execution()
with tf.variable_scope("net", reuse=True):
    first = tf.get_variable("w", [2])
    second = tf.get_variable("w", [2])
assert first is not second
tf.layers.dense(tf.zeros([2, 3]), 4, name="fc", reuse=True)
