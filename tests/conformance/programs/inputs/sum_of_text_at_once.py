# Text has no sum where operations run at once either; the error is another one.
import tensorflow.compat.v1 as tf

tf.enable_eager_execution()
words = tf.get_variable("words", initializer=tf.constant(["a", "b"]))
tf.reduce_sum(words)
