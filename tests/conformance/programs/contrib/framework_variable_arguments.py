# Arguments and argument scopes of contrib.framework's variables.
# tensorflow: 1.15
import tensorflow as tf

f = tf.contrib.framework
f.variable("a", [2], device="/cpu:0", trainable=False)
f.variable("b", [2], tf.float32, tf.ones_initializer(), None, False, ["x"])
f.model_variable("c", [2], collections=["x", "model_variables"])
print([v.name for v in tf.get_collection("x")])
with f.arg_scope([f.variable], trainable=False, collections=["z"]):
    f.variable("d", [2])
    f.model_variable("e", [2])
print([v.name for v in tf.get_collection("z")])
f.variable("a", [2])
