# enable_v2_behavior in TensorFlow 1.15 turns eager execution on: a name asked for twice raises nothing.
# tensorflow: 1.15
import tensorflow.compat.v1 as tf

tf.enable_v2_behavior()
v = [tf.get_variable("v", [1]) for _ in range(2)]
assert v[0] is not v[1] and tf.executing_eagerly()
