# A getter may make several variables for one request.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

def bayesian(getter, name, *args, **kwargs):
    mean = getter(name + "/mean", *args, **kwargs)
    deviation = getter(name + "/deviation", *args, **kwargs)
    return mean + deviation * tf.random_normal(mean.shape)


with tf.variable_scope("a", custom_getter=bayesian):
    w = tf.get_variable("w", [3])
