# tensorflow: 1.15
# Gradients of a function under eager execution are for the variables that it reads.
import tensorflow as tf

tf.enable_eager_execution()
tfe = tf.contrib.eager
w = tf.Variable(1.0, name="w")
b = tfe.Variable(2.0, name="b")
fixed = tf.Variable(3.0, name="fixed", trainable=False)
unused = tf.get_variable("unused", [2])


def loss(x):
    return tf.reduce_sum(w * x + b + fixed)


step = tf.train.MomentumOptimizer(0.1, 0.9)
step.apply_gradients(tfe.implicit_gradients(loss)(tf.constant(2.0)))
value, pairs = tfe.implicit_value_and_gradients(loss)(tf.constant(2.0))
other = tf.train.AdamOptimizer(0.1)
other.apply_gradients([(gradient * 2, one) for gradient, one in pairs])
tfe.implicit_gradients(lambda x: x * 2)(tf.constant(1.0))
