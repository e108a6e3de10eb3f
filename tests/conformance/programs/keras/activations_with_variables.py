# A Keras layer's activation in a graph: a function that asks for a variable, another layer.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
K = tf.keras


def prelu(x):
    a = tf.get_variable("alpha", x.get_shape()[-1], initializer=tf.zeros_initializer())
    return tf.maximum(0.0, x) + a * tf.minimum(0.0, x)


x = tf.placeholder(tf.float32, [None, 4])
with tf.variable_scope("s"):
    y = K.layers.Dense(3, activation=prelu)(x)
    d = K.layers.Dense(3, activation=K.layers.PReLU())
    y = d(y)
    y = tf.layers.dense(y, 2, activation=K.layers.PReLU())
m = K.Sequential(
    [
        K.layers.Dense(4, activation=K.layers.LeakyReLU(), input_shape=(5,)),
        K.layers.Dense(2, activation=K.layers.PReLU()),
    ]
)
