# What becomes a constant, an initial value or the result of a branch, and what is refused.
import numpy as np
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
asked = []


def told(make):
    with tf.Graph().as_default():
        try:
            value = make().dtype.base_dtype.name
        except (TypeError, ValueError, IndexError, RuntimeError) as error:
            value = type(error).__name__
        except AttributeError:
            value = "nothing"
    asked.append(value)
    tf.get_variable("%d.%s" % (len(asked), value), [1])


def I(*given):
    return tf.placeholder(tf.int32, given)


def F(*given):
    return tf.placeholder(tf.float32, given)


def B(*given):
    return tf.placeholder(tf.bool, given)


def D(*given):
    return tf.placeholder(tf.float64, given)


MADE = [
    lambda: tf.convert_to_tensor([F(), 1]),
    lambda: tf.convert_to_tensor([1, F()]),
    lambda: tf.convert_to_tensor([F(), 1], tf.int32),
    lambda: tf.convert_to_tensor(F(), tf.int32),
    lambda: tf.convert_to_tensor(1.5, tf.int32),
    lambda: tf.convert_to_tensor(1, tf.float32),
    lambda: tf.convert_to_tensor(np.zeros(2), tf.int32),
    lambda: tf.convert_to_tensor([1.5, 1], tf.int32),
    lambda: tf.convert_to_tensor("a", tf.float32),
    lambda: tf.convert_to_tensor(True, tf.float32),
    lambda: tf.convert_to_tensor(True, tf.int32),
    lambda: tf.convert_to_tensor(1, tf.bool),
    lambda: tf.convert_to_tensor(1, tf.string),
    lambda: tf.convert_to_tensor(np.float32(1.5), tf.int32),
    lambda: tf.convert_to_tensor([np.float32(1.5)], tf.int32),
    lambda: tf.convert_to_tensor([np.float64(1.5), 2.0], tf.int32),
    lambda: tf.convert_to_tensor([1, np.float64(1.5)], tf.int32),
    lambda: tf.convert_to_tensor([True, 1]),
    lambda: tf.convert_to_tensor([True, 1.5]),
    lambda: tf.convert_to_tensor([1, "a"]),
    lambda: tf.convert_to_tensor(["a", 1]),
    lambda: tf.convert_to_tensor(1j, tf.float32),
    lambda: tf.convert_to_tensor(F(2).shape, tf.float32),
    lambda: tf.convert_to_tensor(F(2).shape, tf.int64),
    lambda: tf.convert_to_tensor(F(2).shape[0], tf.float32),
    lambda: tf.convert_to_tensor(2**40),
    lambda: tf.convert_to_tensor(2**40, tf.int32),
    lambda: tf.constant(1.5, tf.int32),
    lambda: tf.constant([1, 2.5], tf.int32),
    lambda: tf.constant(1.0, tf.int32),
    lambda: tf.constant(True, tf.int32),
    lambda: tf.constant(True, tf.float32),
    lambda: tf.constant(1, tf.bool),
    lambda: tf.constant("a", tf.float32),
    lambda: tf.constant(1, tf.string),
    lambda: tf.constant(np.zeros(2), tf.int32),
    lambda: tf.constant(np.float64(1.5), tf.int32),
    lambda: tf.constant([np.float64(1.5)], tf.int32),
    lambda: tf.constant([np.float32(1.5), 2], tf.int32),
    lambda: tf.constant(F(2)),
    lambda: tf.constant([F(), 1.0]),
    lambda: tf.constant(F(2).shape, tf.float32),
    lambda: tf.constant(F(2).shape[0]),
    lambda: tf.constant([F(2).shape[0]]),
    lambda: tf.constant([F(2).shape[0], 1]),
    lambda: tf.constant(None),
    lambda: tf.constant([None]),
    lambda: tf.constant(2**40),
    lambda: tf.constant(2**40, tf.int32),
    lambda: tf.constant(300, tf.uint8),
    lambda: tf.constant(-1, tf.uint8),
    lambda: tf.constant([1, [2, 3]]),
    lambda: tf.constant([[1, 2], [3]]),
    lambda: tf.constant([1, 2.5]),
    lambda: tf.constant([True, 1]),
    lambda: tf.constant([True, 2.5]),
    lambda: tf.constant([1, "a"]),
    lambda: tf.constant(["a", b"b"]),
    lambda: tf.constant([]),
    lambda: tf.constant([[]]),
    lambda: tf.constant(()),
    lambda: tf.constant([], tf.int32),
    lambda: tf.constant([[1, 2], (3, 4)]),
    lambda: tf.constant({1, 2}),
    lambda: tf.constant({1: 2}),
    lambda: tf.constant([np.zeros(2), np.zeros(2)]),
    lambda: tf.constant([np.zeros(2), np.zeros(3)]),
    lambda: tf.constant([np.zeros(2, np.float32), np.zeros(2)]),
    lambda: tf.constant([np.zeros(2, int), np.zeros(2)]),
    lambda: tf.constant([np.zeros(2, int), np.zeros(2, int)]),
    lambda: tf.constant([np.zeros((2, 3)), np.zeros((2, 3))]),
    lambda: tf.constant([np.float64(1), np.float64(2)]),
    lambda: tf.constant([np.array(1), np.array(2)]),
    lambda: tf.constant([np.array(1.0), 2]),
    lambda: tf.constant([[np.float64(1)], [np.float64(2)]]),
    lambda: tf.constant([np.zeros(2, np.float16)]),
    lambda: tf.constant([np.zeros(2, np.uint8)]),
    lambda: tf.constant(np.array(["a", "b"])),
    lambda: tf.constant(np.array([True])),
    lambda: tf.constant(1, shape=[2, 3]),
    lambda: tf.constant([1, 2], shape=[2, 3]),
    lambda: tf.constant([1, 2], shape=[1]),
    lambda: tf.constant([1, 2, 3, 4], shape=[2, 2]),
    lambda: tf.constant(1.5, dtype=tf.float16),
    lambda: tf.constant(1, tf.complex64),
    lambda: tf.constant(1j),
    lambda: tf.constant(1j, tf.complex64),
    lambda: tf.constant(1.5, "int32"),
    lambda: tf.constant(1.5, np.int32),
    lambda: tf.constant(1.5, int),
    lambda: tf.constant(1, float),
    lambda: tf.convert_to_tensor([np.zeros(2), np.zeros(2)]),
    lambda: tf.convert_to_tensor([np.zeros(2), np.zeros(2)], tf.float32),
    lambda: tf.convert_to_tensor(
        [np.zeros(2, np.float32), np.zeros(2, np.float32)], tf.float32
    ),
    lambda: tf.convert_to_tensor((np.zeros(2), np.zeros(2))),
    lambda: tf.convert_to_tensor([np.array(1.0), np.array(2.0)]),
    lambda: tf.convert_to_tensor([np.array(1.0), np.array(2.0)], tf.float32),
    lambda: tf.convert_to_tensor([np.array(1), np.array(2)], tf.int32),
    lambda: tf.convert_to_tensor([np.int64(1), 2], tf.int32),
    lambda: tf.convert_to_tensor([np.int64(1), 2], tf.float32),
    lambda: tf.convert_to_tensor([np.float32(1), 2], tf.float64),
    lambda: tf.convert_to_tensor([[np.zeros(2)], [np.zeros(2)]]),
    lambda: tf.convert_to_tensor([np.zeros(2), [1, 2]]),
    lambda: tf.constant([[1, 2], np.zeros(2)], tf.float32),
    lambda: tf.constant([np.zeros(2), np.zeros(2)], tf.float32),
    lambda: tf.constant([np.zeros(2, np.float32), np.zeros(2, np.float32)], tf.float32),
    lambda: tf.constant([np.zeros((1, 2)), np.zeros((1, 2))]),
    lambda: tf.constant([np.zeros(1), np.zeros(1)]),
    lambda: tf.constant([np.zeros(1)]),
    lambda: tf.constant([np.array([1, 2])]),
    lambda: tf.constant(list(np.zeros((2, 2)))),
    lambda: tf.constant(list(np.zeros(2))),
    lambda: tf.constant(np.array([np.zeros(2), np.zeros(2)])),
    lambda: tf.constant(np.zeros(2).tolist()),
    lambda: tf.constant(tuple(np.zeros(3))),
    lambda: tf.constant(F(2).shape[0], tf.int32),
    lambda: tf.constant([F(2).shape[0], 1], tf.int32),
    lambda: tf.constant(F(2).shape.as_list()),
    lambda: tf.constant(F(None).shape.as_list()),
    lambda: tf.constant(F(2).get_shape()[0].value),
    lambda: tf.constant([tf.Variable(1.0)]),
    lambda: tf.constant([[F(), 1.0], [1.0, 2.0]]),
    lambda: tf.constant(tf.Variable(1.0)),
    lambda: tf.constant(F(2), tf.float32),
    lambda: tf.constant([1, 2, 3], shape=[2]),
    lambda: tf.constant([1, 2, 3], shape=[3]),
    lambda: tf.constant([1, 2, 3], shape=[3, 1]),
    lambda: tf.constant(np.zeros(3), shape=[2]),
    lambda: tf.constant(np.zeros(3), shape=[4]),
    lambda: tf.constant(1, shape=[]),
    lambda: tf.constant([1], shape=[]),
    lambda: tf.constant([1, 2], shape=()),
    lambda: tf.constant([[1, 2], [3, 4]], shape=[4]),
    lambda: tf.constant([[1, 2], [3, 4]], shape=[3]),
    lambda: tf.constant(np.inf),
    lambda: tf.constant(b"a"),
    lambda: tf.constant("a"),
    lambda: tf.constant([b"a", "b"]),
    lambda: tf.constant(1 + 2j),
    lambda: tf.constant([1, 2j]),
    lambda: tf.constant([1j]),
    lambda: tf.constant([True, False]),
    lambda: tf.constant([1.0, True]),
    lambda: tf.constant([True, np.int64(1)]),
    lambda: tf.constant([np.bool_(True)]),
    lambda: tf.constant([[1, 2], [1.0, 2]]),
    lambda: tf.constant([[True], [1]]),
    lambda: tf.constant([1, 2**40]),
    lambda: tf.constant([1.0, 2**40]),
    lambda: tf.constant([None, 1]),
    lambda: tf.constant([[1], [None]]),
    lambda: tf.constant([[], [1]]),
    lambda: tf.constant([[[1]], [[1, 2]]]),
    lambda: tf.constant([(1, 2), (3,)]),
    lambda: tf.constant([1, (2,)]),
    lambda: tf.constant([[1, 2], 3]),
    lambda: tf.constant([np.zeros(2), 1]),
    lambda: tf.constant({}),
    lambda: tf.constant(set()),
    lambda: tf.constant(lambda: 1),
    lambda: tf.convert_to_tensor({1, 2}),
    lambda: tf.convert_to_tensor({}),
    lambda: tf.convert_to_tensor(lambda: 1),
    lambda: tf.convert_to_tensor([1, [2, 3]]),
    lambda: tf.convert_to_tensor([[1, 2], [3]]),
    lambda: tf.convert_to_tensor([[1, 2], 3]),
    lambda: tf.convert_to_tensor([F(), I()], tf.int32),
    lambda: tf.convert_to_tensor([F(), I()], tf.float64),
    lambda: tf.convert_to_tensor([F(2), F(2)]),
    lambda: tf.convert_to_tensor([F(2), [1, 2]]),
    lambda: tf.convert_to_tensor([F(2), np.zeros(2)]),
    lambda: tf.convert_to_tensor([np.zeros(2), F(2)]),
    lambda: tf.convert_to_tensor([F(), np.float64(2)]),
    lambda: tf.convert_to_tensor([I(), np.float64(2)]),
    lambda: tf.convert_to_tensor([I(), np.int64(2)]),
    lambda: tf.convert_to_tensor([I(), True]),
    lambda: tf.convert_to_tensor([F(1).shape[0], I()]),
    lambda: tf.convert_to_tensor((F(1).shape[0], 2), tf.int32),
    lambda: tf.zeros([F(1).shape[0], 2]),
    lambda: tf.reshape(F(4), [F(2).shape[0], 2]),
    lambda: tf.reshape(F(4), [F(2).shape[0], -1]),
    lambda: tf.Variable([np.zeros(2), np.zeros(2)]),
    lambda: tf.Variable([np.zeros(2), np.zeros(2)], dtype=tf.float32),
    lambda: tf.Variable([[1, 2], [3]]),
    lambda: tf.Variable([1, "a"]),
    lambda: tf.Variable({}),
    lambda: tf.Variable({1: 2}),
    lambda: tf.Variable(None),
    lambda: tf.Variable([None]),
    lambda: tf.Variable(1.5, dtype=tf.int32),
    lambda: tf.Variable(1, dtype=tf.float32),
    lambda: tf.Variable("a", dtype=tf.float32),
    lambda: tf.Variable(F(2), dtype=tf.int32),
    lambda: tf.Variable(tf.zeros([2]), dtype=tf.int32),
    lambda: tf.Variable(tf.zeros([2]), dtype=tf.float64),
    lambda: tf.Variable(np.zeros(2), dtype=tf.float32),
    lambda: tf.Variable(np.array([1, 2]).sum()),
    lambda: tf.Variable(np.array([1, 2]).mean()),
    lambda: tf.Variable(np.array([1, 2]).max()),
    lambda: tf.Variable(np.array([1.0, 2]).sum()),
    lambda: tf.Variable(np.array([True, False]).sum()),
    lambda: tf.Variable(np.array([1, 2], np.int32).sum()),
    lambda: tf.Variable(np.array([1, 2], np.uint8).sum()),
    lambda: tf.Variable(np.array([1, 2], np.int8).prod()),
    lambda: tf.Variable(np.array([1, 2], np.float32).sum()),
    lambda: tf.Variable(np.sum([1, 2])),
    lambda: tf.Variable(np.arange(3).sum()),
    lambda: tf.Variable(np.arange(3).argmax()),
    lambda: tf.Variable(np.arange(3).std()),
    lambda: tf.Variable(np.arange(3).cumsum()),
    lambda: tf.Variable(len(np.arange(3))),
    lambda: tf.Variable(np.arange(3).size),
    lambda: tf.Variable(np.array([1, 2]).dot(np.array([1, 2]))),
    lambda: tf.Variable(np.array(3)),
    lambda: tf.Variable(np.array(3).item()),
    lambda: tf.Variable(int(np.array([1, 2]).sum())),
    lambda: tf.Variable(np.prod(np.zeros((2, 3)).shape)),
    lambda: tf.get_variable("v", initializer=np.array([1, 2]).sum()),
    lambda: tf.get_variable("v", initializer=np.array([1.0, 2]).sum()),
    lambda: tf.get_variable("v", initializer=[np.zeros(2), np.zeros(2)]),
    lambda: tf.get_variable("v", initializer=[1, "a"]),
    lambda: tf.get_variable("v", initializer="a"),
    lambda: tf.get_variable("v", initializer=["a"]),
    lambda: tf.get_variable("v", initializer="a", dtype=tf.string),
    lambda: tf.get_variable("v", initializer=1.5, dtype=tf.int32),
    lambda: tf.get_variable("v", initializer=1, dtype=tf.float32),
    lambda: tf.get_variable("v", initializer=np.zeros(2), dtype=tf.float32),
    lambda: tf.get_variable("v", initializer=[1, 2], dtype=tf.float32),
    lambda: tf.get_variable("v", initializer=[1.0, 2], dtype=tf.float32),
    lambda: tf.get_variable("v", initializer=True),
    lambda: tf.get_variable("v", initializer=[True]),
    lambda: tf.get_variable("v", initializer={}),
    lambda: tf.get_variable("v", [2], tf.string),
    lambda: tf.get_variable("v", [2], tf.string, initializer=tf.zeros_initializer()),
    lambda: tf.get_variable(
        "v", [2], tf.string, initializer=tf.random_normal_initializer()
    ),
    lambda: tf.get_variable("v", [2], tf.string, initializer=tf.ones_initializer()),
    lambda: tf.get_variable(
        "v", [2], tf.string, initializer=tf.constant_initializer("a")
    ),
    lambda: tf.get_variable(
        "v", [2], tf.string, initializer=tf.constant_initializer(1)
    ),
    lambda: tf.get_variable(
        "v", [2], tf.string, initializer=tf.truncated_normal_initializer()
    ),
    lambda: tf.get_variable(
        "v", [2], tf.string, initializer=tf.glorot_uniform_initializer()
    ),
    lambda: tf.get_variable(
        "v", [2], tf.string, initializer=tf.random_uniform_initializer()
    ),
    lambda: tf.get_variable(
        "v", [2], tf.string, initializer=tf.variance_scaling_initializer()
    ),
    lambda: tf.get_variable(
        "v", [2, 2], tf.string, initializer=tf.orthogonal_initializer()
    ),
    lambda: tf.get_variable(
        "v", [2], tf.int32, initializer=tf.random_normal_initializer()
    ),
    lambda: tf.get_variable(
        "v", [2], tf.int32, initializer=tf.truncated_normal_initializer()
    ),
    lambda: tf.get_variable(
        "v", [2], tf.int32, initializer=tf.glorot_uniform_initializer()
    ),
    lambda: tf.get_variable(
        "v", [2], tf.int32, initializer=tf.random_uniform_initializer()
    ),
    lambda: tf.get_variable(
        "v",
        [2],
        tf.int32,
        initializer=tf.random_uniform_initializer(0, 10, dtype=tf.int32),
    ),
    lambda: tf.get_variable(
        "v", [2], tf.int32, initializer=tf.random_uniform_initializer(0, 10)
    ),
    lambda: tf.get_variable("v", [2], tf.int32, initializer=tf.zeros_initializer()),
    lambda: tf.get_variable("v", [2], tf.int32, initializer=tf.ones_initializer()),
    lambda: tf.get_variable(
        "v", [2], tf.int32, initializer=tf.constant_initializer(1.5)
    ),
    lambda: tf.get_variable("v", [2], tf.int32, initializer=tf.constant_initializer(1)),
    lambda: tf.get_variable(
        "v", [2], tf.int32, initializer=tf.constant_initializer([1.5, 2.0])
    ),
    lambda: tf.get_variable(
        "v", [2], tf.int32, initializer=tf.constant_initializer(np.zeros(2))
    ),
    lambda: tf.get_variable(
        "v", [2], tf.float32, initializer=tf.constant_initializer("a")
    ),
    lambda: tf.get_variable("v", [2], tf.bool, initializer=tf.constant_initializer(1)),
    lambda: tf.get_variable(
        "v", [2], tf.bool, initializer=tf.constant_initializer(True)
    ),
    lambda: tf.get_variable("v", [2], tf.bool, initializer=tf.zeros_initializer()),
    lambda: tf.get_variable("v", [2], tf.bool, initializer=tf.ones_initializer()),
    lambda: tf.get_variable("v", [2], tf.bool),
    lambda: tf.get_variable(
        "v", [2], tf.bool, initializer=tf.random_normal_initializer()
    ),
    lambda: tf.get_variable(
        "v", [2, 2], tf.int32, initializer=tf.orthogonal_initializer()
    ),
    lambda: tf.get_variable(
        "v", [2, 2], tf.int32, initializer=tf.initializers.identity()
    ),
    lambda: tf.get_variable(
        "v", [2], tf.int32, initializer=tf.variance_scaling_initializer()
    ),
    lambda: tf.get_variable(
        "v", [2], tf.complex64, initializer=tf.random_normal_initializer()
    ),
    lambda: tf.get_variable("v", [2], tf.complex64, initializer=tf.zeros_initializer()),
    lambda: tf.get_variable("v", [2], tf.complex64),
    lambda: tf.get_variable(
        "v", [2], tf.int32, initializer=tf.uniform_unit_scaling_initializer()
    ),
    lambda: tf.random_normal_initializer(dtype=tf.int32),
    lambda: tf.random_normal_initializer(dtype=tf.string),
    lambda: tf.truncated_normal_initializer(dtype=tf.int32),
    lambda: tf.variance_scaling_initializer(dtype=tf.string),
    lambda: tf.orthogonal_initializer(dtype=tf.int32),
    lambda: tf.constant_initializer(F(2)),
    lambda: tf.constant_initializer({}),
    lambda: tf.constant_initializer(None),
    lambda: tf.get_variable("v", [2], initializer=tf.constant_initializer({})),
    lambda: tf.get_variable("v", [2], initializer=tf.constant_initializer(None)),
    lambda: tf.get_variable("v", [2], initializer=tf.constant_initializer([1, 2, 3])),
    lambda: tf.get_variable("v", [3], initializer=tf.constant_initializer([1, 2])),
    lambda: tf.get_variable(
        "v", [2, 2], initializer=tf.constant_initializer(np.zeros([2, 3]))
    ),
    lambda: tf.get_variable(
        "v", [2, 2], initializer=tf.constant_initializer(np.zeros([3]))
    ),
    lambda: tf.get_variable("v", [], initializer=tf.constant_initializer([1, 2])),
    lambda: tf.shape(None),
    lambda: tf.size(None),
    lambda: tf.rank(None),
    lambda: tf.shape([]),
    lambda: tf.shape([None]),
    lambda: tf.zeros_like(None),
    lambda: tf.ones_like(None),
    lambda: tf.stop_gradient(None),
    lambda: tf.squeeze(None),
    lambda: tf.expand_dims(None, 0),
    lambda: tf.argmax(None),
    lambda: tf.argmax(None, 1),
    lambda: tf.reduce_all(None),
    lambda: tf.equal(None, 1),
    lambda: tf.equal(F(2), None),
    lambda: tf.logical_and(None, True),
    lambda: tf.where(None),
    lambda: tf.where(None, F(2), F(2)),
    lambda: tf.abs(None),
    lambda: tf.nn.softmax(None),
    lambda: tf.nn.dropout(None, 0.5),
    lambda: tf.nn.sigmoid(None),
    lambda: tf.nn.tanh(None),
    lambda: tf.nn.l2_loss(None),
    lambda: tf.nn.max_pool(None, [1, 2, 2, 1], [1, 1, 1, 1], "SAME"),
    lambda: tf.nn.softmax_cross_entropy_with_logits(labels=None, logits=F(2, 2)),
    lambda: tf.nn.softmax_cross_entropy_with_logits(labels=F(2, 2), logits=None),
    lambda: tf.nn.sparse_softmax_cross_entropy_with_logits(labels=None, logits=F(2, 2)),
    lambda: tf.nn.sigmoid_cross_entropy_with_logits(labels=None, logits=F(2, 2)),
    lambda: tf.nn.sigmoid_cross_entropy_with_logits(labels=F(2, 2), logits=None),
    lambda: tf.sequence_mask(None),
    lambda: tf.cumsum(None),
    lambda: tf.unstack(None),
    lambda: tf.tile(None, [1]),
    lambda: tf.boolean_mask(None, [True]),
    lambda: tf.minimum(None, 1),
    lambda: tf.divide(None, F(2)),
    lambda: tf.div(None, 1),
    lambda: tf.truediv(None, 1),
    lambda: tf.floordiv(None, F(2)),
    lambda: tf.mod(None, 1),
    lambda: tf.negative(None),
    lambda: tf.to_float(None),
    lambda: tf.to_int32(None),
    lambda: tf.random_shuffle(None),
    lambda: tf.while_loop(None, None, [0]),
    lambda: tf.cond(B(), lambda: None, lambda: None),
    lambda: tf.cond(B(), lambda: None, lambda: F(2)),
    lambda: tf.cond(B(), lambda: F(2), lambda: None),
    lambda: tf.cond(B(), lambda: 1, lambda: None),
    lambda: tf.cond(B(), None, lambda: F(2)),
    lambda: tf.cond(B(), lambda: F(2)),
    lambda: tf.cond(B(), F(2), F(2)),
    lambda: tf.cond(True, lambda: F(2), lambda: F(2)),
    lambda: tf.cond(1, lambda: F(2), lambda: F(2)),
    lambda: tf.cond(B(), lambda: tf.no_op(), lambda: None),
    lambda: tf.cond(B(), lambda: "a", lambda: "b"),
    lambda: tf.cond(B(2), lambda: F(), lambda: F()),
    lambda: tf.layers.Dense(2).build(5),
    lambda: tf.layers.Dense(2).build("a"),
    lambda: tf.layers.Dense(2).build(None),
    lambda: tf.layers.Dense(2).build([None, 3]),
    lambda: tf.layers.Dense(2).build((2, 3)),
    lambda: tf.layers.Dense(2).build(tf.TensorShape([2, 3])),
    lambda: tf.layers.Dense(2).build(F(2, 3).shape),
    lambda: tf.layers.Dense(2).build(3.5),
    lambda: tf.layers.Dense(2).build([2, "a"]),
    lambda: tf.layers.Dense(2).build([2, 3.5]),
    lambda: tf.layers.Dense(2).build([2, 3.0]),
    lambda: tf.layers.Dense(2).build(()),
    lambda: tf.layers.Dense(2).build([]),
    lambda: tf.layers.Dense(2).build([3]),
    lambda: tf.layers.Dense(2).build([2, None]),
    lambda: tf.layers.Dense(2).build(np.array([2, 3])),
    lambda: tf.layers.Dense(2).build([F(), 3]),
    lambda: tf.layers.Dense(2).build([-1, 3]),
    lambda: tf.layers.Dense(2).build([2, -3]),
    lambda: tf.layers.Conv2D(2, 3).build([None, 4, 4, 1]),
    lambda: tf.layers.Conv2D(2, 3).build("a"),
    lambda: tf.layers.BatchNormalization().build([None, 3]),
    lambda: tf.layers.BatchNormalization().build("a"),
    lambda: tf.layers.BatchNormalization().build(5),
    lambda: tf.nn.rnn_cell.BasicLSTMCell(3).build([None, 4]),
    lambda: tf.nn.rnn_cell.BasicLSTMCell(3).build(5),
    lambda: tf.nn.rnn_cell.GRUCell(3).build([None, 4]),
    lambda: tf.nn.rnn_cell.GRUCell(3).build((None, 4)),
    lambda: tf.nn.rnn_cell.GRUCell(3).build([4]),
    lambda: tf.nn.rnn_cell.LSTMCell(3).build(tf.TensorShape([None, 4])),
    lambda: tf.train.MonitoredTrainingSession(
        hooks=[tf.train.StopAtStepHook(last_step=1)]
    ),
    lambda: tf.train.MonitoredTrainingSession(hooks=[tf.train.StopAtStepHook(1)]),
    lambda: tf.train.MonitoredTrainingSession(hooks=[tf.train.StepCounterHook()]),
    lambda: tf.train.MonitoredSession(hooks=[tf.train.StopAtStepHook(last_step=1)]),
    lambda: tf.train.SingularMonitoredSession(
        hooks=[tf.train.StopAtStepHook(last_step=1)]
    ),
    lambda: (tf.train.get_or_create_global_step(), tf.train.MonitoredTrainingSession()),
    lambda: (tf.Variable(0.0, name="global_step"), tf.train.get_global_step()),
    lambda: (tf.Variable([0], name="global_step"), tf.train.get_global_step()),
    lambda: (tf.constant(0, name="global_step"), tf.train.get_global_step()),
    lambda: (tf.constant(0, name="global_step"), tf.train.get_or_create_global_step()),
    lambda: (
        tf.Variable(0.0, name="global_step"),
        tf.train.get_or_create_global_step(),
    ),
    lambda: (tf.train.create_global_step(), tf.train.create_global_step()),
    lambda: tf.train.get_global_step(),
    lambda: tf.layers.Dense(2).build(5),
    lambda: tf.layers.Dense(2).build([3]),
    lambda: tf.layers.Dense(2).build([]),
]
for make in MADE:
    told(make)
