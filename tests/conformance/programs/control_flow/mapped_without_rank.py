# What is mapped over has no rank where what was fed has none; what has one is mapped with it.
# tensorflow: 1.15
import tensorflow as tf

fed = tf.placeholder(tf.float32)
known = tf.placeholder(tf.float32, [None, 2, 3])
weights = tf.get_variable("weights", [3, 4])


def answer(piece):
    hidden = tf.matmul(piece, weights) + tf.get_variable("biases", [4])
    return tf.contrib.layers.batch_norm(hidden, scope="norm")


with tf.variable_scope("known"):
    both = tf.map_fn(answer, known)
tf.get_variable("sizes", [both.shape[1], both.shape[2]])
with tf.variable_scope("fed"):
    tf.map_fn(answer, fed)
