# The root scope is made where it is first asked for: eagerly it shares, in a tf.function too.
# tensorflow: 2.21
import tensorflow as tf2
import tensorflow.compat.v1 as tf

tf.get_variable("from_%s" % (tf.get_variable_scope().name or "root"), [1])


@tf2.function
def traced(y):
    tf.get_variable("b", [6])
    return y


traced(tf.zeros([2]))
traced(tf.zeros([3]))
tf.Variable(1.0, name="end")
tf.get_variable_scope().reuse_variables()
