# A template shares under eager execution, because it keeps a store of its own.
# tensorflow: 2.21
import tensorflow.compat.v1 as tf

net = tf.make_template("net", lambda: tf.get_variable("w", [2]))
assert net() is net()
