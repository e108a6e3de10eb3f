# Cells on a grid open a scope by the name of their class, numbered by nothing, and a cell for every dimension.
# tensorflow: 1.15
import tensorflow as tf

grid = tf.contrib.grid_rnn
x = tf.placeholder(tf.float32, [3, 4])


def stepped(place, cell, **more):
    with tf.variable_scope(place, initializer=tf.ones_initializer()):
        out, state = cell(x, cell.zero_state(3, tf.float32), **more)
        with tf.variable_scope(tf.get_variable_scope(), reuse=True):
            cell(x, state, **more)
        sizes = [o.shape[1] for o in out] if isinstance(out, tuple) else [out.shape[1]]
        tf.get_variable("out", sizes)
        tf.get_variable("states", [1 + len(state)] if isinstance(state, tuple) else state.shape)


stepped("one", grid.Grid1BasicRNNCell(2))
stepped("two", grid.Grid2BasicRNNCell(2))
stepped("tied", grid.Grid2BasicRNNCell(2, tied=True))
stepped("relu", grid.Grid2BasicRNNCell(2, non_recurrent_fn=tf.nn.relu))
stepped("lstm1", grid.Grid1LSTMCell(2, use_peepholes=True))
stepped("lstm2", grid.Grid2LSTMCell(2, tied=True))
try:
    stepped("both", grid.Grid2LSTMCell(2, tied=True, non_recurrent_fn=tf.nn.relu))
except ValueError:
    tf.get_variable("refused_both", [1])
stepped("lstm3", grid.Grid3LSTMCell(2))
stepped("basic", grid.Grid1BasicLSTMCell(2))
stepped("basic2", grid.Grid2BasicLSTMCell(2), scope="named")
stepped("gru", grid.Grid2GRUCell(2))
stepped("whole", grid.Grid2LSTMCell(2, output_is_tuple=False))
stepped("joined", grid.Grid2BasicLSTMCell(2, state_is_tuple=False))
try:
    stepped("taken", grid.Grid2BasicRNNCell(2, state_is_tuple=False))
except TypeError:
    tf.get_variable("refused_state", [1])
stepped("own", grid.GridRNNCell(2, num_dims=2, input_dims=0, output_dims=[0, 1], cell_fn=lambda n: tf.nn.rnn_cell.GRUCell(n)))
for arguments in ({"num_dims": 0}, {"num_dims": 2, "input_dims": 2}):
    try:
        grid.GridRNNCell(2, **arguments)
    except ValueError:
        tf.get_variable("refused_%d" % arguments["num_dims"], [1])
try:
    grid.Grid1BasicRNNCell(2)((x, x), (tf.zeros([3, 2]),))
except AttributeError:
    tf.get_variable("refused_pair", [1])
bare = grid.Grid2BasicRNNCell(2, non_recurrent_fn=tf.nn.relu)
with tf.variable_scope("bare"):
    try:
        bare(x, bare.zero_state(3, tf.float32))
    except AttributeError:
        tf.get_variable("refused", [1])
other = grid.Grid2BasicRNNCell(2)
with tf.variable_scope("two"):
    other(x, other.zero_state(3, tf.float32))
