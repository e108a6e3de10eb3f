# A plain tf.layers.Layer takes its scope with its first variable, and gives back its input when called.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
layer = tf.layers.Layer(name="mine")
v = layer.add_variable("v", [2], initializer=tf.zeros_initializer())
layer.add_weight("n", shape=[3], trainable=False, dtype=tf.float32)
x = tf.ones([2, 4])
y = layer.apply(x)
tf.get_variable("same", y.shape)
tf.get_variable("count", [len(layer.variables), len(layer.trainable_variables)])
tf.get_variable(layer.scope_name + "_" + layer.name, [1])
other = tf.layers.Layer()
other.add_variable("v", [2])
third = tf.layers.Layer(name="mine")
third.add_variable("v", [2])
with tf.variable_scope("s"):
    inner = tf.layers.Layer(_reuse=tf.AUTO_REUSE, name="inner")
    inner.add_variable("v", [1])
    again = tf.layers.Layer(_reuse=True, name="inner")
    again.add_variable("v", [1])
layer.add_variable("v", [2])
try:
    tf.layers.Layer(trainable=False, units=3)
except TypeError:
    tf.get_variable("refused", [1])
layer.add_variable("late", [2])
