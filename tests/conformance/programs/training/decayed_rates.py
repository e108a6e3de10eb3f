# Names of decayed learning rates and of what they take.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

step = tf.train.create_global_step()
start = tf.Variable(0.5, name="start")
for decay in (tf.train.exponential_decay, tf.train.natural_exp_decay, tf.train.inverse_time_decay):
    tf.Variable(decay(0.1, step, 100, 0.96), name="rate")
tf.Variable(tf.train.exponential_decay(start, step, 100, 0.96, staircase=True), name="from_variable")
tf.Variable(tf.train.polynomial_decay(0.1, step, 100, 0.01, power=2.0), name="polynomial")
tf.Variable(tf.train.cosine_decay(0.1, step, 100), name="cosine")
tf.Variable(tf.train.cosine_decay_restarts(0.1, step, 10), name="restarts")
tf.Variable(tf.train.linear_cosine_decay(0.1, step, 100), name="linear")
pieces = tf.train.piecewise_constant(step, [tf.constant(10, tf.int64), 20], [0.1, 0.01, 0.001])
tf.Variable(pieces, name="pieces")
with tf.variable_scope("PiecewiseConstant"):
    tf.Variable(1.0, name="taken")
with tf.name_scope("ExponentialDecay"):
    tf.Variable(1.0, name="again")
tf.train.exponential_decay(0.1, step, 10, 0.5, name="named")
with tf.name_scope("named"):
    tf.Variable(1.0)
