# A stack of GRU cells whose states are the columns of one tensor.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

stack = tf.nn.rnn_cell.MultiRNNCell([tf.nn.rnn_cell.GRUCell(n) for n in (3, 4)], False)
x = tf.placeholder(tf.float32, [None, 7, 5])
_, state = tf.nn.dynamic_rnn(stack, x, initial_state=stack.zero_state(6, tf.float32))
tf.layers.dense(state, 1)
tf.get_variable("size", [stack.state_size, stack.output_size])
