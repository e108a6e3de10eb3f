# A partitioner makes parts, the first ones a row larger where the size doesn't divide.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
w = tf.get_variable("w", [7, 2], partitioner=tf.fixed_size_partitioner(3))
