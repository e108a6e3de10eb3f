# A cache whose key includes the layer's width misses for another width, and fc already exists the second time.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
cache = {}


def weights(name, size):
    key = (name, size)
    if key not in cache:
        cache[key] = tf.get_variable(name, [size])
    return cache[key]


weights("fc", 3)
weights("fc", 3)
weights("fc", 4)
