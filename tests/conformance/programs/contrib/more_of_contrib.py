# Arguments of contrib's layers, cells, wrappers and distributions that few programs give.
# tensorflow: 1.15
import numpy as np
import tensorflow as tf

slim, layers = tf.contrib.slim, tf.contrib.layers


def P(*sizes):
    return tf.placeholder(tf.float32, sizes)


def I(*sizes):
    return tf.placeholder(tf.int32, sizes)


def held(make, named=True):
    with tf.Graph().as_default():
        made = make()
        sizes = [101, 101, 101]
        if made.shape.ndims is not None:
            sizes = [100 if size is None else size for size in made.shape.as_list()]
        name = made.op.name if named else "v"
        with tf.variable_scope("held"):
            tf.get_variable(name, sizes, made.dtype.base_dtype, tf.zeros_initializer())


def sized(make):
    held(make, named=False)


sized(lambda: slim.bias_add(P(None, None, None, 4), data_format="NHWC"))
sized(lambda: slim.bias_add(P(2, 4, 8, 8), data_format="NCHW", initializer=tf.ones_initializer()))
sized(lambda: layers.layer_norm(P(None, 5), scale=False, scope="x"))
sized(lambda: layers.instance_norm(P(None, None, None, 3), center=False))
sized(lambda: layers.group_norm(P(None, 8, 8, 32)))
sized(lambda: layers.group_norm(P(2, 8, 8, 32), groups=8, center=False))
sized(lambda: tf.contrib.model_pruning.masked_conv2d(P(2, 8, 8, 3), 4, 3, stride=2, padding="VALID", scope="m"))
sized(lambda: tf.contrib.model_pruning.masked_conv2d(P(2, 8, 8, 3), 4, [3, 2], trainable=False))
sized(lambda: tf.nn.static_rnn(tf.contrib.rnn.AttentionCellWrapper(tf.nn.rnn_cell.BasicLSTMCell(4), 3, state_is_tuple=True), [P(2, 5)], dtype=tf.float32)[0][0])
sized(lambda: tf.nn.static_rnn(tf.contrib.rnn.AttentionCellWrapper(tf.nn.rnn_cell.GRUCell(4), 2), [P(2, 5)] * 2, dtype=tf.float32)[0][0])
sized(lambda: tf.nn.static_rnn(tf.contrib.rnn.AttentionCellWrapper(tf.nn.rnn_cell.GRUCell(4), 2, attn_size=3, attn_vec_size=6, input_size=7), [P(2, 5)], dtype=tf.float32)[0][0])
sized(lambda: tf.nn.static_rnn(tf.contrib.rnn.InputProjectionWrapper(tf.nn.rnn_cell.GRUCell(4), 3), [P(2, 5)], dtype=tf.float32)[0][0])
held(lambda: tf.nn.static_rnn(tf.contrib.rnn.OutputProjectionWrapper(tf.nn.rnn_cell.GRUCell(4), 3, tf.nn.relu), [P(2, 5)], dtype=tf.float32)[0][0])
sized(lambda: tf.nn.static_rnn(tf.contrib.rnn.EmbeddingWrapper(tf.nn.rnn_cell.GRUCell(4), 10, 3), [I(2)], dtype=tf.float32)[0][0])
sized(lambda: tf.nn.static_rnn(tf.contrib.rnn.LayerNormBasicLSTMCell(4, layer_norm=False), [P(2, 5)], dtype=tf.float32)[0][0])
sized(lambda: tf.nn.static_rnn(tf.contrib.rnn.CoupledInputForgetGateLSTMCell(4, use_peepholes=True, num_proj=3), [P(2, 5)], dtype=tf.float32)[0][0])
sized(lambda: tf.nn.static_rnn(tf.contrib.rnn.UGRNNCell(4), [P(2, 5)], dtype=tf.float32)[0][0])
sized(lambda: tf.nn.static_rnn(tf.contrib.rnn.IntersectionRNNCell(5), [P(2, 5)], dtype=tf.float32)[0][0])
sized(lambda: tf.nn.static_rnn(tf.contrib.rnn.IntersectionRNNCell(4, num_in_proj=4), [P(2, 5)], dtype=tf.float32)[0][0])
sized(lambda: tf.nn.static_rnn(tf.contrib.rnn.PhasedLSTMCell(4), [(P(2, 1), P(2, 5))], dtype=tf.float32)[0][0])
sized(lambda: tf.nn.static_rnn(tf.contrib.rnn.NASCell(4, num_proj=3), [P(2, 5)], dtype=tf.float32)[0][0])
sized(lambda: tf.nn.static_rnn(tf.contrib.rnn.TimeFreqLSTMCell(4, feature_size=2, frequency_skip=1), [P(2, 4)], dtype=tf.float32)[0][0])
sized(lambda: tf.nn.static_rnn(tf.contrib.rnn.GridLSTMCell(4, feature_size=2, frequency_skip=1, num_frequency_blocks=[3]), [P(2, 4)], dtype=tf.float32)[0][0])
sized(lambda: tf.nn.static_rnn(tf.contrib.rnn.HighwayWrapper(tf.nn.rnn_cell.GRUCell(5)), [P(2, 5)], dtype=tf.float32)[0][0])
sized(lambda: tf.nn.static_rnn(tf.contrib.rnn.IndRNNCell(4), [P(2, 5)], dtype=tf.float32)[0][0])
sized(lambda: tf.nn.static_rnn(tf.contrib.rnn.IndyGRUCell(4), [P(2, 5)], dtype=tf.float32)[0][0])
sized(lambda: tf.nn.static_rnn(tf.contrib.rnn.IndyLSTMCell(4), [P(2, 5)], dtype=tf.float32)[0][0])
sized(lambda: tf.nn.static_rnn(tf.contrib.rnn.SRUCell(4), [P(2, 5)], dtype=tf.float32)[0][0])
sized(lambda: tf.nn.static_rnn(tf.contrib.rnn.LSTMBlockCell(4, use_peephole=True), [P(2, 5)], dtype=tf.float32)[0][0])
sized(lambda: tf.nn.static_rnn(tf.contrib.rnn.GRUBlockCellV2(4), [P(2, 5)], dtype=tf.float32)[0][0])
sized(lambda: tf.distributions.Normal(loc=tf.zeros([3]), scale=tf.ones([2, 1]), name="n").sample())
sized(lambda: tf.distributions.Normal(0.0, 1.0).sample([4]))
sized(lambda: tf.distributions.Normal(tf.zeros([3]), 1.0).log_prob(P(2, 3)))
sized(lambda: tf.distributions.Normal(tf.zeros([3]), 1.0, validate_args=True, allow_nan_stats=False).mean())
sized(lambda: tf.distributions.Categorical(probs=P(2, 3), name="c").entropy())
sized(lambda: tf.distributions.Uniform(low=tf.zeros([3]), high=1.0).sample())
sized(lambda: tf.distributions.Beta(P(2), P(2)).mean())
sized(lambda: tf.distributions.Gamma(concentration=P(2), rate=1.0).sample(3))
sized(lambda: tf.distributions.Exponential(rate=P(2, 3)).stddev())
sized(lambda: tf.data.Dataset.from_tensor_slices(np.zeros([6, 3], np.float32)).map(map_func=lambda v: v * 2).make_one_shot_iterator().get_next())
sized(lambda: tf.data.Dataset.from_tensors(np.zeros([6, 3])).batch(batch_size=2, drop_remainder=True).make_one_shot_iterator().get_next())
sized(lambda: tf.data.Dataset.range(5).batch(2).make_one_shot_iterator().get_next())
sized(lambda: tf.data.Dataset.range(5).repeat(2).shuffle(3).map(lambda v: (v, v + 1)).make_initializable_iterator().get_next()[1])
sized(lambda: tf.data.Dataset.zip((tf.data.Dataset.range(5), tf.data.Dataset.range(5))).make_one_shot_iterator().get_next()[0])
sized(lambda: tf.data.Dataset.from_generator(lambda: iter([1]), tf.int32, tf.TensorShape([])).make_one_shot_iterator().get_next())
sized(lambda: tf.data.Dataset.from_generator(lambda: iter([1]), output_types=(tf.float32, tf.int32), output_shapes=([3], [])).make_one_shot_iterator().get_next()[0])
sized(lambda: tf.data.Dataset.from_tensor_slices({"a": np.zeros([6, 3])}).make_one_shot_iterator().get_next()["a"])
sized(lambda: tf.data.Dataset.range(5).filter(lambda v: v > 2).take(2).skip(1).prefetch(1).make_one_shot_iterator().get_next())
sized(lambda: tf.data.Iterator.from_structure(tf.float32, tf.TensorShape([2, 3])).get_next())
sized(lambda: tf.data.TFRecordDataset(["a"]).map(lambda r: tf.parse_single_example(r, {"x": tf.FixedLenFeature([3], tf.float32)})["x"]).make_one_shot_iterator().get_next())
