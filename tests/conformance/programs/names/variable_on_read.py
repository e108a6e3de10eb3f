# A variable whose copies are aggregated on reading isn't trained.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
v = tf.Variable(1.0, synchronization=tf.VariableSynchronization.ON_READ)
tf.get_variable("n%d" % len(tf.trainable_variables()), [1])
