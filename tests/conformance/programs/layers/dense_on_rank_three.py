# A dense layer on a rank-3 input only looks at the last dimension.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
sequence = tf.placeholder(tf.float32, [None, None, 7])
hidden = tf.layers.dense(sequence, 5, name="per_step")
pooled = tf.reduce_mean(hidden, axis=1)
tf.layers.dense(pooled, 2, name="logits")
