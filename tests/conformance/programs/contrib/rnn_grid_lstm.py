# GridLSTMCell steps over blocks of frequencies, each with weights of its own, forwards or both ways.
# tensorflow: 1.15
import tensorflow as tf

rnn = tf.contrib.rnn
x = tf.placeholder(tf.float32, [3, 6])
cell = rnn.GridLSTMCell(num_units=2, feature_size=2, frequency_skip=2, num_frequency_blocks=[3], use_peepholes=True, num_unit_shards=2)
out, state = cell(x, cell.zero_state(3, tf.float32))
cell(x, state)
tf.get_variable("out", out.shape)
tf.get_variable("first", state.state_f00_b00_c.shape)
tf.get_variable("count", [len(cell.state_size)])
shared = rnn.GridLSTMCell(
    2,
    feature_size=2,
    frequency_skip=1,
    num_frequency_blocks=[1, 2],
    start_freqindex_list=[0, 2],
    end_freqindex_list=[2, 5],
    share_time_frequency_weights=True,
    couple_input_forget_gates=True,
    use_peepholes=True,
    cell_clip=1.0,
)
with tf.variable_scope("blocks"):
    out, state = shared(x, shared.zero_state(3, tf.float32))
    tf.get_variable("out", out.shape)
whole = rnn.GridLSTMCell(2, feature_size=2, frequency_skip=2, num_frequency_blocks=[3], state_is_tuple=False)
with tf.variable_scope("whole"):
    out, state = whole(x, tf.zeros([3, whole.state_size]))
    tf.get_variable("state", state.shape)
both = rnn.BidirectionalGridLSTMCell(2, feature_size=2, frequency_skip=2, num_frequency_blocks=[3], backward_slice_offset=1)
outputs, state = tf.nn.dynamic_rnn(both, tf.zeros([3, 4, 6]), dtype=tf.float32)
tf.get_variable("both", outputs.shape)
tf.get_variable("last", state.bwd_state_f02_b00_m.shape)
for arguments in ({}, {"num_frequency_blocks": [4]}, {"num_frequency_blocks": [1, 2]}):
    try:
        wrong = rnn.GridLSTMCell(2, feature_size=2, frequency_skip=2, **arguments)
        wrong(x, wrong.zero_state(3, tf.float32))
    except ValueError:
        tf.get_variable("refused_%d" % len(arguments.get("num_frequency_blocks", [])), [1])
tf.nn.dynamic_rnn(rnn.BidirectionalGridLSTMCell(2, feature_size=2, frequency_skip=2, num_frequency_blocks=[3]), tf.zeros([3, 4, 6]), dtype=tf.float32)
