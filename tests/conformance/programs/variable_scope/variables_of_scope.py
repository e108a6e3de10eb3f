# A scope's name selects its variables from a collection.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
for name in ("g", "d"):
    with tf.variable_scope(name):
        tf.get_variable("w", [1])
chosen = tf.get_collection(tf.GraphKeys.TRAINABLE_VARIABLES, scope="d")
assert [v.op.name for v in chosen] == ["d/w"]
with tf.variable_scope("g") as g:
    assert [v.op.name for v in g.trainable_variables()] == ["g/w"]
