# A lambda without arguments is called with a shape and a dtype if there is a shape.
# tensorflow: 1.15
import tensorflow as tf

n = tf.get_variable("n", shape=[4, 2], initializer=lambda: tf.ones([4, 2]))
