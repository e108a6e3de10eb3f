# Shapes that can't hold as many elements are refused, as far as what is known of both tells.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def refused(x, shape):
    try:
        tf.reshape(x, shape)
    except ValueError as error:
        return "divisible" if "divisible" in str(error) else "elements"
    return "taken"


x = tf.ones([64, 2, 2, 512])
rows = tf.placeholder(tf.float32, [None, 10])
some = tf.placeholder(tf.int32, [])
told = [
    refused(x, [100, -1]),
    refused(x, [64, 100]),
    refused(x, [-1, 0]),
    refused(x, [64, -1, 512]),
    refused(x, [some, 100]),
    refused(x, [some, -1, 100]),
    refused(rows, [-1, 3]),
    refused(rows, [4, 3]),
    refused(rows, [4, 5]),
    refused(rows, [some, 3]),
    refused(tf.placeholder(tf.float32, [None, 0]), [4, 3]),
    refused(tf.ones([0, 4]), [3, -1]),
    refused(tf.placeholder(tf.float32, [None, None, 3]), [2, 2]),
    refused(tf.placeholder(tf.float32), [2, 2]),
]
for number, word in enumerate(told):
    tf.get_variable("%d_%s" % (number, word), [])
tf.reshape(tf.layers.flatten(x), [32, 64, 1000])
