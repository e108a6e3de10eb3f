# Under eager execution the store neither shares nor refuses: every get_variable makes a new variable.
# tensorflow: 2.21
import tensorflow.compat.v1 as tf

first = tf.get_variable("v", [1])
second = tf.get_variable("v", [1])
assert first is not second
