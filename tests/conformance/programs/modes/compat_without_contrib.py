# The modules for compatibility have no contrib: what asks for it raises, and nothing is made
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

x = tf.placeholder(tf.float32, [None, 3])
try:
    tf.contrib.layers.fully_connected(x, 4)
except AttributeError as error:
    text = str(error)
    tf.get_variable("caught" if text.endswith("has no attribute 'contrib'") else "other", [1])
tf.get_variable("has" if hasattr(tf, "contrib") else "has_not", [1])
try:
    initializer = tf.compat.v2.contrib.layers.xavier_initializer()
except AttributeError:
    initializer = tf.glorot_uniform_initializer()
tf.get_variable("w", [3, 4], initializer=initializer)
tf.get_variable("z", [3, 4], initializer=tf.contrib.layers.xavier_initializer())
