# A getter may change the shape.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

def double(getter, name, shape=None, **kwargs):
    return getter(name, shape=[2 * n for n in shape], **kwargs)


with tf.variable_scope("a", custom_getter=double):
    w = tf.get_variable("w", [2, 3])
assert w.shape.as_list() == [4, 6]
