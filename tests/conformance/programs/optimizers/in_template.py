# An optimizer inside a template shares its slots on the second call and makes new beta powers.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def train():
    w = tf.get_variable("w", [2])
    return tf.train.AdamOptimizer().minimize(tf.reduce_sum(w * w))


step = tf.make_template("step", train)
step()
step()
