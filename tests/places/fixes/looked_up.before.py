# s/v:0
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

with tf.variable_scope("s"):
    v = tf.Variable(tf.zeros([2, 3]), name="v", trainable=True)
with tf.variable_scope("s", reuse=True):
    same = tf.get_variable("v", [2, 3])
print(*(v.name for v in tf.trainable_variables()))
