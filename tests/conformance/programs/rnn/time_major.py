# With the time first the outputs have it first too.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

x = tf.placeholder(tf.float32, [6, None, 5])
outputs, _ = tf.nn.dynamic_rnn(tf.nn.rnn_cell.GRUCell(3), x, dtype=tf.float32, time_major=True)
tf.get_variable("steps", [int(outputs.shape[0]), int(outputs.shape[2])])
