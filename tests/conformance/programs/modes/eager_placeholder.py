# A placeholder needs a graph: RuntimeError under eager execution.
# tensorflow: 2.21
import tensorflow.compat.v1 as tf

x = tf.placeholder(tf.float32, [None, 3])
tf.layers.dense(x, 4)
