# A limit of epochs is counted by a local variable, named after the name scopes around it.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
tf.train.string_input_producer(["a", "b"])
tf.train.string_input_producer(["a", "b"], num_epochs=2)
with tf.name_scope("input"):
    queue = tf.train.string_input_producer(["a"], 1, name="files")
    reader = tf.TextLineReader()
    reader.read(queue)
with tf.variable_scope("net"):
    limited = tf.train.limit_epochs(tf.zeros([2, 3]), num_epochs=4)
    tf.layers.dense(limited, 1)
    tf.train.limit_epochs(tf.zeros([2]), 1, name="once")
row, label = tf.train.slice_input_producer([tf.zeros([20, 6]), tf.zeros([20])], num_epochs=3)
tf.layers.dense(row[None], 1, name="row")
tf.train.range_input_producer(5, num_epochs=1, shuffle=False)
tf.train.input_producer(tf.zeros([5, 2]), num_epochs=1)
tf.Variable(0.0, name="kept_%d" % len(tf.local_variables()))
tf.train.string_input_producer(["a"], num_epochs=0)
