# w:0 v:0  # safe
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

# scopecheck: ignore[SCO101] shared on purpose
w = tf.get_variable("w", [4, 1])  # scopecheck: ignore[SCO102]
v = tf.get_variable("v", [4, 1])  # noqa: E501, SCO101
print(*(one.name for one in tf.trainable_variables()))
