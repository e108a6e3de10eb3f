# A shape may be a TensorShape, a tuple of dimensions or the shape of another tensor.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
x = tf.ones([2, 3])
a = tf.get_variable("a", tf.TensorShape([4]))
b = tf.get_variable("b", (x.shape[1], x.shape[0]))
c = tf.get_variable("c", x.get_shape())
