# tf.Variable needs a value.
# tensorflow: 1.15
import tensorflow as tf

tf.Variable(name="w")
