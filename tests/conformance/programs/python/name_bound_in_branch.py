# A name that is bound in a branch only.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

def f(flag):
    if flag:
        v = tf.get_variable("v", [1])
    return v


f(True)
f(False)
