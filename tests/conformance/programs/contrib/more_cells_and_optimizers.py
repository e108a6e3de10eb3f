# Grids, wrappers of cells and of optimizers, columns and blocks that few programs use.
# tensorflow: 1.15
import numpy as np
import tensorflow as tf

rnn = tf.contrib.rnn
asked = []


def P(*sizes):
    return tf.placeholder(tf.float32, sizes)


def told(make):
    with tf.Graph().as_default():
        try:
            made = make()
        except Exception as error:
            made = "%s: %s" % (type(error).__name__, str(error).split("\n")[0][:50])
        else:
            made = made if isinstance(made, (int, str)) else ""
        names = [(v.op.name, v.shape.as_list()) for v in tf.global_variables()]
    value = str([made, names])
    shown = "".join(c if c.isalnum() and c < "~" or c in ".-" else "_" for c in value)
    asked.append(shown)
    tf.get_variable("%d.%s" % (len(asked), shown), [1])


def run(cell, width=6, **named):
    tf.nn.static_rnn(cell, [P(2, width)], dtype=tf.float32, **named)


def grid(**named):
    run(tf.contrib.grid_rnn.GridRNNCell(4, **named))


def optimized(make, *methods):
    v = tf.get_variable("v", [2])
    optimizer = make(tf.train.AdamOptimizer(0.1))
    optimizer.minimize(tf.reduce_sum(v * v))
    return [getattr(optimizer, method)() for method in methods]


def named(make):
    return make(tf.train.AdamOptimizer(0.1, name="A")).get_name()


def elsewhere(x):
    with tf.variable_scope(tf.get_variable_scope()):
        y = tf.layers.dense(x, 4, name="inside")
    return y


class Pair(tf.layers.Layer):
    def build(self, shapes):
        first, second = shapes
        self.w = self.add_weight("w", [first[1].value, second[1].value])
        super(Pair, self).build(shapes)

    def call(self, inputs):
        return tf.matmul(inputs[0], self.w)


class Own(tf.train.Optimizer):
    def __init__(self, rate=0.1, name="Own"):
        super(Own, self).__init__(False, name)
        self._rate = rate

    def _prepare(self):
        rate = self._call_if_callable(self._rate)
        self._rate_t = tf.convert_to_tensor(rate, name="rate")

    def _create_slots(self, var_list):
        for v in var_list:
            self._zeros_slot(v, "m", self._name)
            self._get_or_make_slot(v, tf.ones_like(v.initialized_value()), "n", self._name)

    def _apply_dense(self, grad, var):
        m = self.get_slot(var, "m")
        return tf.assign_sub(var, self._rate_t * grad + m)


def own(**given):
    v = tf.get_variable("v", [2])
    optimizer = Own(**given)
    optimizer.minimize(tf.reduce_sum(v * v))
    return optimizer.get_name()


def sequence(column):
    return tf.contrib.feature_column.sequence_input_layer({"a": P(2, 3)}, [column])


told(lambda: grid(num_dims=1))
told(lambda: grid(num_dims=2, input_dims=0, output_dims=0))
told(lambda: grid(num_dims=2, input_dims=[0, 1], output_dims=[0]))
told(lambda: grid(num_dims=2, input_dims=[0, 1], output_dims=1, tied=True))
told(lambda: grid(num_dims=3, input_dims=[0, 1, 2], output_dims=0, non_recurrent_dims=[1]))
told(lambda: grid(num_dims=2, input_dims=[0], output_dims=0, non_recurrent_dims=[0]))
told(lambda: run(tf.contrib.grid_rnn.Grid2BasicLSTMCell(4)))
told(lambda: run(tf.contrib.grid_rnn.Grid2BasicRNNCell(4, tied=True)))
told(lambda: run(tf.contrib.grid_rnn.Grid1BasicRNNCell(4)))
told(lambda: run(rnn.AttentionCellWrapper(tf.nn.rnn_cell.GRUCell(4), 0)))
told(lambda: run(rnn.AttentionCellWrapper(tf.nn.rnn_cell.GRUCell(4), -1)))
told(
    lambda: run(rnn.AttentionCellWrapper(tf.nn.rnn_cell.BasicLSTMCell(4), 2, state_is_tuple=False))
)
told(lambda: run(rnn.EmbeddingWrapper(tf.nn.rnn_cell.GRUCell(4), 0, 3)))
told(lambda: run(rnn.EmbeddingWrapper(tf.nn.rnn_cell.GRUCell(4), 3, 0)))
told(lambda: run(rnn.OutputProjectionWrapper(tf.nn.rnn_cell.GRUCell(4), 0)))
told(lambda: run(rnn.OutputProjectionWrapper(tf.nn.rnn_cell.GRUCell(4), 1)))
told(lambda: rnn.FusedRNNCellAdaptor(tf.nn.rnn_cell.GRUCell(4))([P(2, 5)], dtype=tf.float32))
told(lambda: rnn.TimeReversedFusedRNN(rnn.LSTMBlockFusedCell(4))(P(3, 2, 5), dtype=tf.float32))
told(lambda: rnn.LSTMBlockFusedCell(4, use_peephole=True)(P(3, 2, 5), dtype=tf.float32))
told(lambda: rnn.transpose_batch_time(P(2, 3, 5)))
told(lambda: optimized(lambda o: tf.contrib.opt.MovingAverageOptimizer(o)))
told(lambda: optimized(lambda o: tf.contrib.opt.VariableClippingOptimizer(o, {}, 1.0)))
told(lambda: optimized(lambda o: tf.contrib.opt.MultitaskOptimizerWrapper(o)))
told(lambda: optimized(lambda o: tf.train.SyncReplicasOptimizer(o, 2)))
told(lambda: optimized(lambda o: tf.contrib.opt.LazyAdamOptimizer(name="L")))
told(lambda: optimized(lambda o: tf.contrib.opt.AdamWOptimizer(0.1)))
told(lambda: optimized(lambda o: tf.contrib.opt.MomentumWOptimizer(0.1, 0.1, 0.9)))
told(lambda: optimized(lambda o: tf.contrib.opt.AddSignOptimizer()))
told(lambda: optimized(lambda o: tf.contrib.opt.PowerSignOptimizer()))
told(lambda: optimized(lambda o: tf.contrib.opt.LARSOptimizer(0.1)))
told(lambda: named(lambda o: tf.contrib.opt.MultitaskOptimizerWrapper(o)))
told(lambda: named(lambda o: o))
told(lambda: own())
told(lambda: own(name="Other"))
told(lambda: own(rate=lambda: 0.2))
told(lambda: Pair()([P(2, 3), P(2, 4)]))
told(lambda: Pair(name="pair")([P(2, 3), P(2, 4)]))
told(
    lambda: tf.contrib.layers.rev_block(
        *tf.split(P(2, 8), 2, 1), f=elsewhere, g=elsewhere, num_layers=2
    )
)
told(lambda: sequence(tf.feature_column.numeric_column("a")))
told(lambda: sequence(tf.contrib.feature_column.sequence_numeric_column("b")))
told(lambda: tf.contrib.framework.nest.flatten([1, (2, 3)])[2])
told(lambda: tf.min_max_variable_partitioner(2)(tf.TensorShape([400, 300]), tf.float32)[0])
told(lambda: tf.variable_axis_size_partitioner(64)(tf.TensorShape([4, 16]), tf.float32)[0])
told(lambda: tf.variable_axis_size_partitioner(5)(tf.TensorShape([4, 16]), tf.string)[0])
told(lambda: tf.constant(np.ones(3)).shape.as_list()[0])
told(lambda: optimized(lambda o: tf.contrib.opt.NadamOptimizer()))
told(lambda: optimized(lambda o: tf.contrib.opt.AdaMaxOptimizer()))
