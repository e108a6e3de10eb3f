# Rounding stops a gradient, but where the program gives it another one.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


@tf.custom_gradient
def rounded(x):
    def gradient(dy):
        return dy

    return tf.round(x), gradient


def signed(x):
    with tf.get_default_graph().gradient_override_map({"Sign": "Identity"}):
        return tf.sign(x)


for name, change in (("rounded", rounded), ("signed", signed), ("sign", tf.sign)):
    weights = tf.get_variable(name, [3])
    loss = tf.reduce_mean(change(weights))
    tf.train.AdamOptimizer().minimize(loss, var_list=[weights])
