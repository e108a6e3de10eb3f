# A graph inside a program with eager execution enabled: the second dense layer named fc already exists.
# tensorflow: 1.15
import tensorflow as tf

tf.enable_eager_execution()
tf.layers.dense(tf.zeros([2, 3]), 4, name="fc")
with tf.Graph().as_default():
    x = tf.placeholder(tf.float32, [None, 3])
    tf.layers.dense(x, 4, name="fc")
    tf.layers.dense(x, 4, name="fc")
