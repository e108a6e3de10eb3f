# What a stack and its wrappers list as variables.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

cells = tf.nn.rnn_cell
inner = [cells.LSTMCell(3), cells.DropoutWrapper(cells.GRUCell(3), 0.5)]
stack = cells.MultiRNNCell(inner)
stack(tf.placeholder(tf.float32, [2, 4]), stack.zero_state(2, tf.float32))
tf.get_variable("found", [1 + len(stack.variables), 1 + len(inner[1].variables)])
tf.get_variable(
    "inner", [1 + len(inner[0].trainable_weights), 1 + len(inner[1].wrapped_cell.weights)]
)
