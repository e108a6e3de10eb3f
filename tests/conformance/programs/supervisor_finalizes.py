# A Supervisor finalizes the graph as soon as it is made.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
rate = tf.get_variable("rate", initializer=0.1)
supervisor = tf.train.Supervisor(logdir=None)
with tf.Graph().as_default():
    tf.get_variable("elsewhere", [2])
tf.get_variable("late", [2])
