# The evaluation model is built first, but reuses.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
built = []
for mode, reuse in [("eval", True), ("train", None)]:
    with tf.variable_scope("model", reuse=reuse):
        built.append((mode, tf.get_variable("w", [3, 1])))
