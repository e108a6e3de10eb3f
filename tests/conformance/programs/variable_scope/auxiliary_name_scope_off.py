# Without a name scope of its own, a scope prefixes only the names of the store.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("a", auxiliary_name_scope=False):
    w = tf.get_variable("w", [1])
    v = tf.Variable(0.0, name="v")
    total = tf.add(w, v, name="total")
assert total.op.name == "total"
