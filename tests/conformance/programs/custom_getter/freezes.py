# A getter may make everything inside a scope not trainable.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

def frozen(getter, *args, **kwargs):
    kwargs["trainable"] = False
    return getter(*args, **kwargs)


with tf.variable_scope("a", custom_getter=frozen):
    tf.get_variable("w", [1])
with tf.variable_scope("b"):
    tf.get_variable("w", [1])
assert [v.op.name for v in tf.trainable_variables()] == ["b/w"]
