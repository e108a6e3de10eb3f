# A variable that is synchronised on read isn't trainable.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
total = tf.get_variable("total", [], synchronization=tf.VariableSynchronization.ON_READ)
assert not tf.trainable_variables()
