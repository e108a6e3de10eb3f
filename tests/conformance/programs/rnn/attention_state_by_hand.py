# A state of an attention wrapper that is made by hand can be cloned like any other.
# tensorflow: 1.15
import tensorflow as tf

seq2seq = tf.contrib.seq2seq
count = len(seq2seq.AttentionWrapperState._fields)
state = seq2seq.AttentionWrapperState(*[None] * count)
cloned = state.clone(time=1)
tf.get_variable("time_%s_%s" % (state.time, cloned.time), [1])
memory = tf.zeros([4, 7, 5])
attention = seq2seq.LuongAttention(3, memory)
cell = seq2seq.AttentionWrapper(tf.nn.rnn_cell.GRUCell(3), attention)
given = cell.zero_state(4, tf.float32)
state = seq2seq.AttentionWrapperState(
    cell_state=tf.ones([4, 3]),
    attention=given.attention,
    time=given.time,
    alignments=given.alignments,
    alignment_history=given.alignment_history,
    attention_state=given.attention_state,
)
cell(tf.zeros([4, 2]), state.clone(cell_state=tf.zeros([4, 3])))
