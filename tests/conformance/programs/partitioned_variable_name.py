# A partitioned variable is called by its name alone; no number of an output follows.
import tensorflow.compat.v1 as tf
tf.disable_v2_behavior()
with tf.variable_scope("s"):
    v = tf.get_variable("w", [4], partitioner=tf.fixed_size_partitioner(2))
tf.get_variable("of_%s" % v.name.replace("/", "_"), [1])
u = tf.get_variable("u", [3], partitioner=tf.variable_axis_size_partitioner(1000))
tf.Variable(0.0, name="of_" + u.name[:-1])
tf.get_variable(u.name, [3])
