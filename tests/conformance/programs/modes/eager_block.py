# Eager blocks have no store; graph blocks inside of them do.
import tensorflow.compat.v1 as tf
from tensorflow.python.eager import context
tf.disable_v2_behavior()

tf.get_variable("w", [2])
with context.eager_mode():
    tf.get_variable("u", [2])
    tf.get_variable("u", [3])
    with context.graph_mode():
        tf.get_variable("v", [1])
tf.get_variable("u", [4])
with context.eager_mode():
    tf.get_variable("w", [2])
