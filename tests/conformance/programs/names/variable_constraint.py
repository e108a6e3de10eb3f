# A constraint has to be callable.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
tf.Variable(1.0, constraint=tf.identity, name="a")
tf.Variable(1.0, constraint=None, name="b")
try:
    tf.Variable(1.0, constraint=2.0, name="c")
except ValueError:
    tf.Variable(1.0, name="d")
tf.Variable(1.0, constraint="relu", name="e")
