# a/w:0 b/w:0  # safe
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def network(name, image):
    with tf.variable_scope(name):
        return tf.matmul(image, tf.get_variable("w", [4, 1]))


def build(image):
    one = network("a", image)
    # the second time
    with tf.variable_scope(tf.get_variable_scope()):
        tf.get_variable_scope().reuse_variables()
        same = network("a", image + 1.0)  # shared
    other = network("b", image)
    return one, same, other


build(tf.placeholder(tf.float32, [None, 4]))
print(*(v.name for v in tf.trainable_variables()))
