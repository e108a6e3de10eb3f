# Under AUTO_REUSE the two branches of tf.cond share the variable.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def scaled(factor):
    with tf.variable_scope("s", reuse=tf.AUTO_REUSE):
        return factor * tf.get_variable("w", [2])


training = tf.placeholder_with_default(False, [])
tf.cond(training, true_fn=lambda: scaled(1.0), false_fn=lambda: scaled(2.0))
