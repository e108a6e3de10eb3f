# By its name a resource variable's handle is found, which is no integer.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
x = tf.zeros([2, 8, 8, 4])
x1 = tf.zeros([2, 8, 4])
x3 = tf.zeros([2, 8, 8, 8, 4])
v = tf.get_variable('global_step', [], tf.int64, use_resource=True)
tf.train.get_global_step()
