# Helpers of decoders: what they hold, and what the decoders make of them.
# tensorflow: 1.15
import tensorflow as tf

seq2seq = tf.contrib.seq2seq
embedding = tf.get_variable("embedding", [9, 4])


def held(name, tensor):
    sizes = (
        [101]
        if tensor.shape.ndims is None
        else [100 if n is None else n for n in tensor.shape.as_list()]
    )
    tf.get_variable("%s_%s" % (name, tensor.dtype.name), sizes)


def decoded(name, helper, cell=None, layer=None, **kwargs):
    with tf.variable_scope(name):
        cell = cell or tf.nn.rnn_cell.GRUCell(5)
        decoder = seq2seq.BasicDecoder(cell, helper, cell.zero_state(2, tf.float32), layer)
        outputs, state, lengths = seq2seq.dynamic_decode(decoder, **kwargs)
        held("outputs", outputs.rnn_output)
        held("ids", outputs.sample_id)
        held("lengths", lengths)


inputs, lengths = tf.zeros([2, 3, 4]), tf.constant([3, 3])
dense = tf.layers.Dense(9, name="projection")
decoded("training", seq2seq.TrainingHelper(inputs, lengths))
decoded(
    "major",
    seq2seq.TrainingHelper(tf.zeros([3, 2, 4]), lengths, time_major=True),
    output_time_major=True,
)
decoded("projected", seq2seq.TrainingHelper(inputs, lengths), layer=dense)
decoded(
    "greedy", seq2seq.GreedyEmbeddingHelper(embedding, [1, 1], 2), layer=dense, maximum_iterations=7
)
decoded(
    "function",
    seq2seq.GreedyEmbeddingHelper(lambda ids: tf.nn.embedding_lookup(embedding, ids), [1, 1], 2),
    layer=dense,
)
decoded("sample", seq2seq.SampleEmbeddingHelper(embedding, [1, 1], 2), layer=tf.layers.Dense(9))
decoded(
    "scheduled",
    seq2seq.ScheduledEmbeddingTrainingHelper(inputs, lengths, embedding, 0.5),
    layer=tf.layers.Dense(9),
)
attention = seq2seq.LuongAttention(5, tf.zeros([2, 6, 3]))
wrapped = seq2seq.AttentionWrapper(
    tf.nn.rnn_cell.GRUCell(5),
    attention,
    attention_layer_size=8,
    alignment_history=True,
    name="wrapped",
)
decoded(
    "attention", seq2seq.TrainingHelper(inputs, lengths), cell=wrapped, layer=tf.layers.Dense(9)
)
with tf.variable_scope("beam"):
    cell = tf.nn.rnn_cell.GRUCell(5)
    beam = seq2seq.BeamSearchDecoder(
        cell,
        embedding,
        [1, 1],
        2,
        seq2seq.tile_batch(cell.zero_state(2, tf.float32), 3),
        3,
        tf.layers.Dense(9),
    )
    outputs, state, lengths = seq2seq.dynamic_decode(beam, maximum_iterations=4)
    held("predicted", outputs.predicted_ids)
