# A captured scope opened in another graph is that graph's scope of the name.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("a") as a:
    one = tf.get_variable("w", [1])
with tf.Graph().as_default():
    with tf.variable_scope(a):
        two = tf.get_variable("w", [1])
assert one.graph is not two.graph
