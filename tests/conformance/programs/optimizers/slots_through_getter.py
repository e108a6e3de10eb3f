# A scope's custom getter makes the slots too.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
def g(getter, name, *a, **k):
    print(name)
    return getter(name + "x", *a, **k)
with tf.variable_scope("a", custom_getter=g):
    v = tf.get_variable("v", [2])
    tf.train.MomentumOptimizer(0.1, 0.9).minimize(tf.reduce_sum(v))

