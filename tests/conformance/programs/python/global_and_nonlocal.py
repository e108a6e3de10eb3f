# global and nonlocal assign to outer names; a plain assignment makes a local one.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
layer_count = 0
prefix = "outer"


def layer():
    global layer_count
    layer_count += 1
    return tf.get_variable("layer_%d" % layer_count, [1])


def network():
    depth = 0
    prefix = "local"

    def deeper():
        nonlocal depth
        depth += 1
        layer()
        if depth < 3:
            deeper()

    deeper()
    tf.get_variable("%s_depth_%d" % (prefix, depth), [1])


network()
layer()
tf.get_variable("%s_%d" % (prefix, layer_count), [1])
