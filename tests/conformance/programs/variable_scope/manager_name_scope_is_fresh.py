# A context manager that is entered again opens a fresh name scope.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
scope = tf.variable_scope("a")
for _ in range(2):
    with scope as opened:
        tf.Variable(0.0, name="v")
        assert opened.original_name_scope == "a/"
