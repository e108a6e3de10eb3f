# tf.Variable never collides; its names are numbered.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
for _ in range(3):
    tf.Variable(tf.zeros([2]), name="w")
