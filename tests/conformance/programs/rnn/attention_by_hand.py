# A decoder in a Python loop with attention, its variables shared by hand.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

memory = tf.placeholder(tf.float32, [2, 9, 6])
cell = tf.nn.rnn_cell.LSTMCell(4)
state = cell.zero_state(2, tf.float32)
context = tf.zeros([2, 6])
with tf.variable_scope("decoder") as scope:
    for step in range(4):
        output, state = cell(context, state)
        with tf.variable_scope("attention", reuse=step > 0):
            query = tf.layers.dense(output, 6, name="query")
            weights = tf.nn.softmax(tf.reduce_sum(memory * tf.expand_dims(query, 1), 2))
            context = tf.reduce_sum(memory * tf.expand_dims(weights, 2), 1)
        logits = tf.layers.dense(context, 3)
