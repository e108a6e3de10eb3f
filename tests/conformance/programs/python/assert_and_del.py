# Assertions that hold, del of names and items, and a deleted name that is defined again.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
scopes = {"a": 1, "b": 2}
for name in list(scopes):
    assert name in scopes, "the loop only sees what was there"
    with tf.variable_scope(name):
        tf.get_variable("w", [scopes[name]])
    del scopes[name]
assert not scopes
del name
try:
    name
except NameError:
    name = "again"
tf.get_variable(name, [1])
try:
    assert len(tf.global_variables()) == 2, "three by now"
except AssertionError as error:
    tf.get_variable(str(error).split()[0], [len(tf.trainable_variables())])
