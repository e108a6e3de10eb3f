# What a layer is given for its initializers, regularizers, constraints and activation can be called.
import numpy as np
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
asked = []


def told(make):
    with tf.Graph().as_default():
        try:
            make()
            value = "fine"
        except Exception as error:
            value = "%s %s" % (type(error).__name__, str(error).split(": ")[0][:60])
        value = "%s %d" % (value, len(tf.global_variables()))
    shown = "".join(c if c.isalnum() and c < "~" or c in ".-" else "_" for c in value)
    asked.append(shown)
    tf.get_variable("%d.%s" % (len(asked), shown), [1])


def P(*given):
    return tf.placeholder(tf.float32, given)


def named():
    try:
        tf.layers.dense(P(2, 4), 3, name="d", kernel_initializer=0.5)
    except ValueError:
        pass
    tf.layers.dense(P(2, 4), 3, name="d")
    with tf.variable_scope(None, "d"):
        tf.get_variable("v", [1])


def from_scope(initializer):
    with tf.variable_scope("s", initializer=initializer):
        tf.layers.dense(P(2, 4), 3)


L, K = tf.layers, tf.keras.layers
for c in (1.0, 2, [1.0, 2.0], (3,), True, tf.zeros_initializer, tf.zeros_initializer(), "zeros"):
    told(lambda: L.dense(P(2, 4), 3, kernel_initializer=c))
    told(lambda: L.Dense(3, bias_initializer=c)(P(2, 4)))
    told(lambda: L.conv2d(P(2, 8, 8, 4), 3, 3, kernel_initializer=c))
    told(lambda: L.batch_normalization(P(2, 4), gamma_initializer=c))
    told(lambda: L.batch_normalization(P(2, 4), moving_mean_initializer=c))
    told(lambda: K.Dense(3, kernel_initializer=c)(P(2, 4)))
for c in (0.01, [1], True):
    told(lambda: L.dense(P(2, 4), 3, kernel_regularizer=c))
    told(lambda: L.dense(P(2, 4), 3, bias_constraint=c))
    told(lambda: L.dense(P(2, 4), 3, activation=c))
    told(lambda: L.conv2d(P(2, 8, 8, 4), 3, 3, bias_regularizer=c))
    told(lambda: K.Dense(3, kernel_regularizer=c)(P(2, 4)))
    told(lambda: K.Dense(3, bias_constraint=c)(P(2, 4)))
for made in (lambda: np.zeros([4, 3], np.float32), lambda: np.zeros(3), lambda: tf.zeros([4, 3])):
    told(lambda: type(L.dense(P(2, 4), 3, kernel_initializer=made())))
told(lambda: L.dense(P(2, 4), 3, activation=2, kernel_initializer=0.5))
told(lambda: L.dense(P(2, 4), 3, kernel_regularizer=2, bias_initializer=0.5))
told(lambda: L.conv2d(P(2, 8, 8, 4), 3, 3, padding="other", kernel_initializer=0.5))
told(named)
told(lambda: from_scope(1.0))
told(lambda: from_scope(tf.zeros_initializer()))
