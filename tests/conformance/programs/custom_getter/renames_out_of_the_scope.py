# A name that a getter passes on gets no prefix any more.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

def one_for_all(getter, name, *args, **kwargs):
    kwargs["reuse"] = tf.AUTO_REUSE
    return getter("shared/" + name.split("/")[-1], *args, **kwargs)


for scope in ("a", "b"):
    with tf.variable_scope(scope, custom_getter=one_for_all):
        tf.get_variable("w", [1])
