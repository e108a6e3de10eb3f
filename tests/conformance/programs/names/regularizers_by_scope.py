# Losses of regularizers are told apart by the scope that their names begin with.
import tensorflow.compat.v1 as tf
tf.disable_v2_behavior()

def decay(w):
    return tf.reduce_sum(tf.square(w)) * 1e-4

def net(x, name):
    with tf.variable_scope(name, reuse=tf.AUTO_REUSE):
        h = tf.layers.dense(x, 4, name="h", kernel_regularizer=decay)
        w = tf.get_variable("w", [4, 2], regularizer=decay)
        return tf.matmul(h, w)

x = tf.placeholder(tf.float32, [None, 3])
net(x, "generator")
net(x, "discriminator")
kept = {"generator": [], "discriminator": []}
for scope in kept:
    for item in tf.get_collection(tf.GraphKeys.REGULARIZATION_LOSSES):
        if scope in item.name:
            kept[scope].append(item)
for scope in ("generator", "discriminator"):
    tf.get_variable("%s_%d" % (scope, len(kept[scope])), [1])
    found = tf.get_collection(tf.GraphKeys.REGULARIZATION_LOSSES, scope)
    tf.get_variable("listed_%s_%d" % (scope, len(found)), [1])
    tf.get_variable("losses_%s_%d" % (scope, len(tf.losses.get_regularization_losses(scope))), [1])
with tf.name_scope("outer"):
    a = tf.reduce_logsumexp(x)
    b = tf.nn.l2_loss(x)
for one in (a, b):
    tf.get_variable("in_%s_%s" % (one.name.startswith("outer/"), "elsewhere" in one.name), [1])
