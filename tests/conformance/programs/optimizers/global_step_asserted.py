# What is asserted to be a global step must be an integer.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

s = tf.Variable(0, trainable=False, name="step")
tf.add_to_collection(tf.GraphKeys.GLOBAL_STEP, s)
t = tf.train.get_or_create_global_step()
print(t is s)
tf.train.assert_global_step(s)
tf.train.assert_global_step(tf.zeros([]))
