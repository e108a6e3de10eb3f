# Unnamed dense layers take the scopes dense, dense_1 and dense_2, one for each call.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
x = tf.placeholder(tf.float32, [None, 3])
for _ in range(3):
    x = tf.layers.dense(x, 4)
