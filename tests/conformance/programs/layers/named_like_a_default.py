# A layer named dense_1 takes that scope from the automatic numbering, which goes on with dense_2.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
x = tf.zeros([2, 3])
tf.layers.dense(x, 4)
tf.layers.dense(x, 4, name="dense_1")
tf.layers.dense(x, 4)
