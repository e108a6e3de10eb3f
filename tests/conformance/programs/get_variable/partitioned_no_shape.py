# A partitioner needs the whole shape.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
tf.get_variable("w", partitioner=tf.fixed_size_partitioner(2), initializer=tf.zeros_initializer())
