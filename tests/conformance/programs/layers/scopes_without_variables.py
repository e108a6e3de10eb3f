# dropout, flatten and the poolings make no variables but count their scopes, so default names go on from them.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
x = tf.zeros([2, 8, 8, 3])
x = tf.layers.max_pooling2d(x, 2, 2)
x = tf.layers.average_pooling2d(x, 2, 2)
x = tf.layers.flatten(x)
x = tf.layers.dropout(x, 0.5)
for name in ("max_pooling2d", "average_pooling2d", "flatten", "dropout", "dense"):
    with tf.variable_scope(None, name):
        tf.get_variable("v", [1])
