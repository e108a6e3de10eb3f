# A shared dense layer with an input of another width: Trying to share variable fc/kernel.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
narrow = tf.placeholder(tf.float32, [None, 3])
wide = tf.placeholder(tf.float32, [None, 5])
tf.layers.dense(narrow, 4, name="fc")
tf.layers.dense(wide, 4, name="fc", reuse=True)
