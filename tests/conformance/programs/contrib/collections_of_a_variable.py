# Which collections a layer's variable joins, by its name.
# tensorflow: 1.15
import tensorflow as tf
from tensorflow.contrib.layers.python.layers import utils

for given in ({"weights": ["w"]}, {"weights": ["w"], "biases": ["w", "b"]}, ["w"], None):
    for name in ("weights", "biases"):
        tf.get_variable(
            "v%d" % len(tf.global_variables()),
            [1],
            collections=[tf.GraphKeys.GLOBAL_VARIABLES]
            + (utils.get_variable_collections(given, name) or []),
        )
tf.get_variable("w%d_b%d" % (len(tf.get_collection("w")), len(tf.get_collection("b"))), [1])
