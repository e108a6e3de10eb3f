# ResourceVariable by its own name.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
x = tf.zeros([2, 8, 8, 4])
x1 = tf.zeros([2, 8, 4])
x3 = tf.zeros([2, 8, 8, 8, 4])
from tensorflow.python.ops import resource_variable_ops
v = resource_variable_ops.ResourceVariable([1.0, 2.0], name="r")
w = resource_variable_ops.ResourceVariable(3, trainable=False)
print(v.name, w.name)
tf.train.AdamOptimizer().minimize(tf.reduce_sum(v * v))
