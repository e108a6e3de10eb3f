# Unnamed layers in the branches of tf.cond are two layers, dense and dense_1.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
x = tf.placeholder(tf.float32, [None, 3])
flag = tf.placeholder(tf.bool, [])
h = tf.cond(flag, lambda: tf.layers.dense(x, 4), lambda: tf.layers.dense(x, 4))
tf.layers.dense(h, 1, name="out")
