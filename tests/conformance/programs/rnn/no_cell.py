# None is no cell.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

x = tf.placeholder(tf.float32, [None, 7, 4])
tf.nn.dynamic_rnn(None, x, dtype=tf.float32)
