# Losses of contrib's regularizers are called as they are, in a scope of the variable's.
# tensorflow: 1.15
import tensorflow as tf
from tensorflow.contrib import layers

MAKERS = [
    layers.l1_regularizer(0.1),
    layers.l2_regularizer(0.1),
    layers.l1_l2_regularizer(0.1, 0.1),
    layers.l2_regularizer(0.1, "mine"),
    layers.sum_regularizer([layers.l1_regularizer(0.1), layers.l2_regularizer(0.1)]),
]
with tf.variable_scope("s"):
    for number, maker in enumerate(MAKERS):
        tf.get_variable("w%d" % number, [1], regularizer=maker)
    layers.apply_regularization(layers.l2_regularizer(0.1), tf.global_variables())
with tf.variable_scope("t"):
    tf.get_variable("w", [1], regularizer=MAKERS[1])
for scope in ("s", "s/w1", "s/w", "t", "u"):
    found = tf.get_collection(tf.GraphKeys.REGULARIZATION_LOSSES, scope)
    tf.get_variable("%s_%d" % (scope.replace("/", "_"), len(found)), [1])
for number, loss in enumerate(tf.losses.get_regularization_losses()):
    if "regularizer" in loss.name or "mine" in loss.name:
        tf.get_variable("loss_%d_%s" % (number, loss.op.name.replace("/", "_")), [1])
