# A template that takes its scope at once does not have the dtype of the scopes around it.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def build():
    return tf.get_variable("v", [2])


with tf.variable_scope("a", dtype=tf.float64, initializer=tf.ones_initializer()):
    now = tf.make_template("now", build, create_scope_now_=True)
    now()
    now()
    later = tf.make_template("later", build)
    later()
    later()
    with tf.variable_scope(now.variable_scope, reuse=tf.AUTO_REUSE):
        tf.get_variable("w", [1])
