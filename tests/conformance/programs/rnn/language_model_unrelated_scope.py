# The validation graph forgets the scope that was shared.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def model(reuse):
    x = tf.placeholder(tf.float32, [4, 5, 3])
    with tf.variable_scope("model", reuse=reuse):
        outputs, _ = tf.nn.dynamic_rnn(tf.nn.rnn_cell.GRUCell(6), x, dtype=tf.float32)
    return tf.layers.dense(outputs, 2, name="softmax")


model(None)
model(True)
