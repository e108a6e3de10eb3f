# reshape with -1 resolves what it can from static sizes, and the next kernels have that width.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
x = tf.placeholder(tf.float32, [None, 4, 6])
flat = tf.reshape(x, [-1, 24])
tf.layers.dense(flat, 5, name="flat")
known = tf.reshape(tf.zeros([2, 4, 6]), [2, -1])
tf.layers.dense(known, 5, name="known")
rows, columns = x.get_shape().as_list()[1:]
tf.layers.dense(tf.reshape(x, (-1, rows * columns)), 5, name="computed")
size = int(x.get_shape()[1]) * int(x.shape[2])
tf.layers.dense(tf.reshape(x, [tf.shape(x)[0], size]), 5, name="dynamic_batch")
