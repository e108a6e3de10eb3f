# A captured scope can be re-entered in its first name scope.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("a") as a:
    w = tf.get_variable("w", [1])
with tf.variable_scope(a, auxiliary_name_scope=False) as again:
    with tf.name_scope(again.original_name_scope):
        v = tf.Variable(1.0, name="v")
