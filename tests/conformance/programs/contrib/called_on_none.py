# A contrib layer that is called on None raises before it asks for a variable.
# tensorflow: 1.15
import tensorflow as tf

layers = tf.contrib.layers


def discriminator(x, reuse=False):
    with tf.variable_scope("discriminator", reuse=reuse):
        return layers.conv2d(x, 4, 3, scope="conv")


def attempt(name, build):
    try:
        build()
        told = "made"
    except ValueError:
        told = "no_value"
    tf.get_variable(name + "_" + told, [1])


attempt("dense", lambda: layers.fully_connected(None, 4))
attempt("normalized", lambda: layers.batch_norm(None))
attempt("layer_norm", lambda: layers.layer_norm(None))
attempt("instance_norm", lambda: layers.instance_norm(None))
attempt("deconvolution", lambda: layers.conv2d_transpose(None, 4, 3))
attempt("separable", lambda: layers.separable_conv2d(None, 4, 3, 1))
attempt("flatten", lambda: layers.flatten(None))
attempt("pool", lambda: layers.max_pool2d(None, 2))
attempt("dropout", lambda: layers.dropout(None))
tf.get_variable("weight", [3])
discriminator(tf.placeholder(tf.float32, [2, 8, 8, 3]))
discriminator(None, reuse=True)
