# A loop without a pass binds nothing.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

def f():
    for i in []:
        pass
    return i


f()
