# A variable that is synchronised on read is trainable when that is asked for.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
tf.get_variable("total", [], trainable=True, synchronization=tf.VariableSynchronization.ON_READ)
assert len(tf.trainable_variables()) == 1
