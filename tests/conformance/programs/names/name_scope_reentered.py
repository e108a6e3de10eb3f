# A name scope is re-entered by its full name with the slash.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.name_scope("n") as n:
    tf.Variable(0.0, name="v")
with tf.name_scope(n):
    tf.Variable(0.0, name="u")
    tf.Variable(0.0, name="v")
assert n == "n/"
