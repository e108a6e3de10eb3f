# Scopes and reuse computed from what is in the graph: the function asks the collection whether it was built.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def net(name):
    built = any(v.name.startswith(name + "/") for v in tf.global_variables())
    with tf.variable_scope(name, reuse=built):
        return tf.layers.dense(tf.zeros([2, 3]), 4, name="fc")


for name in ["a", "b", "a", "aa", "b"]:
    net(name)
