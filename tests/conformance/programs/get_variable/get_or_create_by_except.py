# Catching the refusal and asking again under reuse is a get-or-create.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

def get_or_create(name, shape):
    try:
        return tf.get_variable(name, shape)
    except ValueError:
        with tf.variable_scope(tf.get_variable_scope(), reuse=True):
            return tf.get_variable(name, shape)


a = get_or_create("w", [2])
b = get_or_create("w", [2])
assert a is b
