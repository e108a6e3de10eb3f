# Gradients of what a loss does not reach, zeros where asked for; a gather along an axis that is fed.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

near, far = tf.get_variable("near", [2]), tf.get_variable("far", [3])
loss = tf.reduce_sum(near * 2.0)
zero = tf.UnconnectedGradients.ZERO
for at, word in enumerate(("none", "zero", zero)):
    grads = tf.gradients(loss, [near, far], unconnected_gradients=word)
    if grads[1] is None:
        tf.get_variable("none_%d" % at, [])
    else:
        tf.get_variable("zeros_%d" % at, grads[1].shape)
try:
    tf.gradients(loss, [far], unconnected_gradients="zeros")
except ValueError:
    tf.get_variable("refused", [])
axis = tf.placeholder(tf.int32)
table = tf.placeholder(tf.float32, [2, 3])
taken = tf.gather(table, tf.constant([[0, 1]]), axis=axis)
tf.get_variable("rank", [len(taken.shape.as_list())])
anything = tf.gather(table, tf.placeholder(tf.int32), axis=axis)
tf.get_variable("known" if anything.shape.ndims is not None else "unknown", [])
tf.Variable([1.0], dtype=[tf.float32])
