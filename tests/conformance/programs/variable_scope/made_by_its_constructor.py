# A VariableScope made by hand: its own reuse counts, not that of the scope around it.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def names(*tensors):
    for tensor in tensors:
        tf.Variable(0.0, name=tensor.op.name.replace("/", "."))


with tf.variable_scope("net"):
    w = tf.get_variable("w", [2])
    scope = tf.VariableScope(reuse=False, name="")
    tf.get_variable_scope().reuse_variables()
    with tf.variable_scope(scope):
        tf.get_variable("free", [2])
        average = tf.train.ExponentialMovingAverage(0.9)
        average.apply([w])
        names(tf.identity(w, name="inside"))
    with tf.variable_scope(tf.VariableScope(False, "other", tf.zeros_initializer())) as entered:
        tf.get_variable("v", [3])
        names(tf.identity(w, name="here"))
        tf.Variable(0.0, name=f"{entered.name}.{entered.reuse}.{entered.original_name_scope.replace('/', '.')}")

with tf.variable_scope(tf.VariableScope(True, "net")):
    assert tf.get_variable("w", [2]) is w
with tf.variable_scope(tf.VariableScope(tf.AUTO_REUSE, name="net")) as auto:
    tf.get_variable("b", [2])
    tf.get_variable("w", [2])
    tf.Variable(0.0, name=f"auto.{auto.reuse is tf.AUTO_REUSE}")
by_hand = tf.VariableScope(False, "late", name_scope="first/")
tf.Variable(0.0, name=f"{by_hand.name}.{by_hand.reuse}.{by_hand.original_name_scope[:-1]}")
tf.Variable(0.0, name=f"{by_hand.dtype.name}.{tf.VariableScope(False).reuse}.{isinstance(by_hand, tf.VariableScope)}")
by_hand.reuse_variables()
with tf.variable_scope(by_hand):
    tf.get_variable("x", [1])
