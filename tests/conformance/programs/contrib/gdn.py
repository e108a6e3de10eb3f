# gdn makes its parameters as a layer of tf.layers does.
# tensorflow: 1.15
import tensorflow as tf

l = tf.contrib.layers
x = tf.zeros([2, 8, 8, 4])
y = l.gdn(x)
z = l.gdn(x, inverse=True, name="igdn")
g = l.GDN()
g(x)
g(x)
with tf.variable_scope("s"):
    l.gdn(tf.zeros([2, 4, 8]), data_format="channels_first")
    l.gdn(tf.zeros([2, 4, 8]), data_format="channels_first")
print(y.shape)
l.gdn(x, name="igdn")
