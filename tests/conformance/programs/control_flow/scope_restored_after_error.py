# An error that leaves two scopes restores the root scope and the name scope.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
try:
    with tf.variable_scope("a"):
        with tf.variable_scope("b", reuse=True):
            tf.get_variable("missing", [1])
except ValueError as error:
    message = str(error)
tf.get_variable("root", [1])
tf.Variable(1.0, name="also_root")
assert message.startswith("Variable a/b/missing does not exist")
