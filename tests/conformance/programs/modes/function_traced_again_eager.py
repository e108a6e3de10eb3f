# Under eager execution the store can't even say that the variable is there.
import tensorflow.compat.v1 as tf
tf.enable_eager_execution()
import tensorflow as t
@t.function
def f(x):
    tf.get_variable("v", [2])
    return x
f(tf.zeros([2]))
f(tf.zeros([2]))
