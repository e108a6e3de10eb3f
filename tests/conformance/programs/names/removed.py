# Names that TensorFlow 1.0 took away are no attributes; a program may fall back on others.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
try:
    multiply = tf.mul
except AttributeError:
    multiply = tf.multiply
try:
    from tensorflow.compat.v1 import pack
except ImportError:
    pack = tf.stack
summary = tf.scalar_summary if hasattr(tf, "scalar_summary") else tf.summary.scalar
unpack = getattr(tf, "unpack", tf.unstack)
a = tf.get_variable("a", [2, 3])
b = tf.get_variable("b", [2, 3])
both = pack([multiply(a, b), a])
tf.get_variable("c", both.shape)
tf.get_variable("d", unpack(both)[0].shape)
summary("mean", tf.reduce_mean(both))
tf.get_variable("late", [1])
