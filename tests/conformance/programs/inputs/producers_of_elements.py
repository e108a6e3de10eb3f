# What a producer's queue gives has the shape and the dtype of one element.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
rows = tf.train.input_producer(tf.constant([[1.0, 2.0], [3.0, 4.0]]), num_epochs=2)
tf.layers.dense(tf.reshape(rows.dequeue(), [1, 2]), 1)
tf.layers.dense(rows.dequeue_many(3), 2)
numbers = tf.train.range_input_producer(5, shuffle=False)
tf.get_variable("number", initializer=tf.zeros([2], numbers.dequeue().dtype))
names = tf.train.string_input_producer(["a", "b"])
tf.get_variable("named", initializer=lambda: tf.strings.join([names.dequeue(), "x"]))
tf.layers.dense(rows.dequeue(), 1)
