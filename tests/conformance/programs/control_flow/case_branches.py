# tf.case builds every branch and the default, in order.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
k = tf.placeholder(tf.int32, [])


def make(name):
    return lambda: tf.get_variable(name, [], initializer=tf.zeros_initializer()) + 1.0


tf.case(
    [(tf.equal(k, 0), make("a")), (tf.equal(k, 1), make("b"))], default=make("c"), exclusive=True
)
