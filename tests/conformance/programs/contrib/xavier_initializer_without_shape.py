# A new variable with xavier_initializer needs a shape: the initializer passed is not valid.
# tensorflow: 1.15
import tensorflow as tf

tf.get_variable("w", initializer=tf.contrib.layers.xavier_initializer())
