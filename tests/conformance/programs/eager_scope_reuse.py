# Under eager execution a scope's reuse is AUTO_REUSE, until reuse_variables() is called.
import tensorflow.compat.v1 as tf
tf.enable_eager_execution()
def name(reuse):
    return "auto" if reuse is tf.AUTO_REUSE else str(reuse)
tf.get_variable("root_" + name(tf.get_variable_scope().reuse), [1])
with tf.variable_scope("s", reuse=False) as s:
    tf.get_variable("false_" + name(s.reuse), [1])
with tf.variable_scope("t", reuse=True) as s:
    tf.get_variable("true_" + name(s.reuse), [1])
if tf.get_variable_scope().reuse:
    tf.get_variable("truthy", [1])
with tf.variable_scope("u") as s:
    s.reuse_variables()
    tf.get_variable("after_" + name(s.reuse), [1])
