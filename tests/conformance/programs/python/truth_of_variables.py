# A weight that is given is no new one: a variable that is no resource is true, whatever it holds.
# tensorflow: 1.15
import tensorflow as tf


def dense(x, units, weight=None, bias=None, name="dense"):
    if not weight:
        weight = tf.Variable(tf.zeros([int(x.shape[-1]), units]), name=name + "_w")
        bias = bias or tf.Variable(tf.zeros([units]), name=name + "_b")
    return tf.matmul(x, weight) + bias, [weight, bias]


real = tf.placeholder(tf.float32, [None, 3])
fake = tf.placeholder(tf.float32, [None, 3])
on_real, held = dense(real, 2, name="first")
on_fake, same = dense(fake, 2, weight=held[0], bias=held[1])
shared = tf.get_variable("shared", [2]) or tf.get_variable("never", [2])
third, _ = dense(real, 2, bias=shared, name="third")
if shared and not (held[0] and None):
    tf.get_variable("both", [1])
