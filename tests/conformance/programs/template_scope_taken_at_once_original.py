# A template that takes its scope at once: the original name scope is its own name, no slash.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def build(x):
    tf.get_variable("w", [2])
    tf.Variable(1.0, name="in_" + tf.get_variable_scope().original_name_scope.replace("/", "_"))
    return x


with tf.variable_scope("outer"):
    template = tf.make_template("net", build, create_scope_now_=True)
    template(1.0)
with tf.variable_scope(tf.get_variable_scope()):
    later = tf.make_template("net", build)
    later(1.0)
