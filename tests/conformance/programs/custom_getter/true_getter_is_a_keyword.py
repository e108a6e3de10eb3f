# The true getter comes as the keyword "getter", under no other name.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

def note(create, name, *args, **kwargs):
    return create(name, *args, **kwargs)


with tf.variable_scope("a", custom_getter=note):
    tf.get_variable("w", [2])
