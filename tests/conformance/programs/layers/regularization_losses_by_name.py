# The names of regularization losses tell the layer and the weight; a shared layer adds none.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def decay(weight):
    return tf.nn.l2_loss(weight) * 0.1


def named(weight):
    return tf.multiply(tf.nn.l2_loss(weight), 0.1, name="mine")


def network(x, scope, reuse=False):
    with tf.variable_scope(scope, reuse=reuse):
        x = tf.layers.conv2d(x, 4, 3, kernel_regularizer=decay, bias_regularizer=named)
        x = tf.layers.conv2d(x, 4, 3, kernel_regularizer=decay, name="c")
        x = tf.layers.separable_conv2d(
            x, 4, 3, depthwise_regularizer=decay, pointwise_regularizer=decay
        )
        x = tf.layers.batch_normalization(x, gamma_regularizer=decay)
        with tf.name_scope("inside"):
            x = tf.layers.dense(x, 3, kernel_regularizer=named)
        layer = tf.layers.Dense(3, kernel_regularizer=decay)
        return layer(layer(x))


images = tf.placeholder(tf.float32, [1, 8, 8, 3])
network(images, "g")
network(images, "g", True)
with tf.name_scope("outer"):
    network(images, "h")
for loss in tf.get_collection(tf.GraphKeys.REGULARIZATION_LOSSES):
    tf.Variable(0.0, name="of_" + loss.op.name.replace("/", "."))
