# A string is no list of collections.
# tensorflow: 1.15
import tensorflow as tf

tf.get_variable("a", [1], collections="the_list")
