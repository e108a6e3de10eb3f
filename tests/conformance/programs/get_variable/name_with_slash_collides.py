# A name with a slash collides with the scope of that name.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
tf.get_variable("conv/kernel", [3, 3, 1, 8])
with tf.variable_scope("conv"):
    tf.get_variable("kernel", [3, 3, 1, 8])
