# A scope for every layer.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

x = tf.placeholder(tf.float32, [None, 7, 5])
for layer in range(2):
    cells = [tf.nn.rnn_cell.GRUCell(3) for _ in range(2)]
    with tf.variable_scope("layer_%d" % layer):
        outputs, _ = tf.nn.bidirectional_dynamic_rnn(*cells, inputs=x, dtype=tf.float32)
    x = tf.concat(outputs, 2)
