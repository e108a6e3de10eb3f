# A constraint is kept with the variable it was created with.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
w = tf.get_variable("w", [2], constraint=tf.nn.relu)
assert w.constraint is tf.nn.relu
