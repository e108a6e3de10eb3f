# A variable_scope called dense counts, so the first unnamed dense layer is dense_1.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
x = tf.zeros([2, 3])
with tf.variable_scope("dense"):
    tf.get_variable("scale", [1])
tf.layers.dense(x, 4)
tf.layers.dense(x, 4)
