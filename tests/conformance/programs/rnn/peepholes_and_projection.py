# All of LSTMCell's variables; the output has the projection's size.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

x = tf.placeholder(tf.float32, [None, 7, 4])
cell = tf.nn.rnn_cell.LSTMCell(5, use_peepholes=True, num_proj=3, cell_clip=1.0)
outputs, state = tf.nn.dynamic_rnn(cell, x, dtype=tf.float32)
tf.layers.dense(outputs, 1, name="of_output")
tf.layers.dense(state.c, 1, name="of_memory")
tf.layers.dense(state.h, 1, name="of_state")
