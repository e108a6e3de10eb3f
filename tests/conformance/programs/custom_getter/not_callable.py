# A custom getter that can't be called is refused at the request.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("a", custom_getter="frozen"):
    tf.get_variable("w", [1])
