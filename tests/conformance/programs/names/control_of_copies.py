# Copying one network to the other goes by position, both sets are there.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
for scope in ["online", "target"]:
    with tf.variable_scope(scope):
        tf.get_variable("w", [4, 2])
sources = tf.get_collection(tf.GraphKeys.GLOBAL_VARIABLES, "online")
targets = tf.get_collection(tf.GraphKeys.GLOBAL_VARIABLES, "target")
update = tf.group(*[t.assign(s) for s, t in zip(sources, targets)])
