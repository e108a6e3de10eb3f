# A tf.Variable of that name is the global step.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

s = tf.Variable(0, name="global_step")
t = tf.train.get_or_create_global_step()
print(t is s)
tf.train.create_global_step()
