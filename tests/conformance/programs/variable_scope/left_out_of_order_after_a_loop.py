# A scope that is left while an inner one is open: the last line of the loop in Python 3.7.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
inner = tf.variable_scope("inner")
with tf.variable_scope("outer"):
    for number in range(2):
        if number:
            inner.__enter__()
        else:
            tf.get_variable("a", [1])
tf.get_variable("b", [1])
