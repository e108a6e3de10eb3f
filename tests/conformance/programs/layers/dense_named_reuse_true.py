# A second dense layer with the same name and reuse=True shares both variables.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
real = tf.placeholder(tf.float32, [None, 3])
fake = tf.placeholder(tf.float32, [None, 3])
tf.layers.dense(real, 4, name="fc")
tf.layers.dense(fake, 4, name="fc", reuse=True)
