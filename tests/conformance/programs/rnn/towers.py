# One network on two devices, shared.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

with tf.variable_scope(tf.get_variable_scope()):
    for tower in range(2):
        with tf.device("/cpu:0"), tf.name_scope("tower_%d" % tower):
            x = tf.placeholder(tf.float32, [4, 7, 5])
            cell = tf.nn.rnn_cell.DeviceWrapper(tf.nn.rnn_cell.LSTMCell(3), "/cpu:0")
            outputs, _ = tf.nn.dynamic_rnn(cell, x, dtype=tf.float32)
            tf.layers.dense(outputs[:, -1], 2, name="logits")
            tf.get_variable_scope().reuse_variables()
