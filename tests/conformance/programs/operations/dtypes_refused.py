# Operands and arguments of dtypes that don't go together, and those that are converted.
import operator

import numpy as np
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
asked = []


def told(make):
    with tf.Graph().as_default():
        try:
            value = make().dtype.base_dtype.name
        except (TypeError, ValueError) as error:
            value = type(error).__name__
    asked.append(value)
    tf.get_variable("%d.%s" % (len(asked), value), [1])


def I(*given):
    return tf.placeholder(tf.int32, given)


def L(*given):
    return tf.placeholder(tf.int64, given)


def F(*given):
    return tf.placeholder(tf.float32, given)


def D(*given):
    return tf.placeholder(tf.float64, given)


def B(*given):
    return tf.placeholder(tf.bool, given)


def S(*given):
    return tf.placeholder(tf.string, given)


def U(*given):
    return tf.placeholder(tf.uint8, given)


PAIRS = [
    lambda: (I(2), 1.5),
    lambda: (1.5, I(2)),
    lambda: (F(2), 1),
    lambda: (1, F(2)),
    lambda: (1.5, F(2)),
    lambda: (I(2), np.zeros(2)),
    lambda: (np.zeros(2), I(2)),
    lambda: (np.zeros(2), F(2)),
    lambda: (F(2), np.zeros(2)),
    lambda: (np.float64(2), F(2)),
    lambda: (np.sqrt(2), F(2)),
    lambda: (F(2), I(2)),
    lambda: (I(2), F(2)),
    lambda: (F(2), D(2)),
    lambda: (2, L(2)),
    lambda: ([1.0, 2], I(2)),
    lambda: ([1, 2], F(2)),
    lambda: (F(2), [1, 2]),
    lambda: (I(2), (1, 2.5)),
    lambda: ([F(), 1], F(2)),
    lambda: (F(2), True),
    lambda: (True, F(2)),
    lambda: (F(2), B(2)),
    lambda: (B(2), 1),
    lambda: (F(2), "a"),
    lambda: (tf.Variable(1), 2.5),
    lambda: (2.5, tf.Variable(1)),
    lambda: (tf.Variable(1.0), tf.Variable(2)),
    lambda: (F(2), I(2).shape),
    lambda: (I(2), I(2).shape[0]),
    lambda: (F(2), F(2).shape[0]),
    lambda: (F(2), F(2).shape.as_list()[0]),
    lambda: (F(2), tf.constant(1)),
    lambda: (tf.shape(F(2))[0], 0.5),
    lambda: (tf.shape(F(2))[0] / 2, F(2)),
    lambda: (tf.argmax(F(2, 2), 1), I(2)),
    lambda: (tf.one_hot(I(2), 2), I(2, 2)),
    lambda: (tf.range(3), 1.5),
    lambda: (tf.image.decode_jpeg(S()), 255.0),
    lambda: (tf.image.decode_jpeg(S()), 255),
]
FUNCTIONS = [
    operator.add,
    operator.mul,
    operator.truediv,
    operator.lt,
    tf.add,
    tf.divide,
    tf.truediv,
    tf.div,
    tf.maximum,
]
for pair in PAIRS:
    for function in FUNCTIONS:
        told(lambda: function(*pair()))
MADE = [
    lambda: I(2) * 1j,
    lambda: B(2) & 1,
    lambda: B(2) & np.array([1, 0]),
    lambda: B(2) | [True, False],
    lambda: I(2) & I(2),
    lambda: I(2) | 1,
    lambda: I(2) ^ B(2),
    lambda: F(2) & F(2),
    lambda: 1.5 * B(2),
    lambda: True * B(2),
    lambda: -B(2),
    lambda: ~I(2),
    lambda: ~F(2),
    lambda: abs(B(2)),
    lambda: U(2) * -1,
    lambda: U(2) * 1.5,
    lambda: S(2) + "a",
    lambda: S(2) + 1,
    lambda: S(2) * 2,
    lambda: F(2, 2) @ [[1, 2], [3, 4]],
    lambda: I(2, 2) @ [[1.0, 2], [3, 4]],
    lambda: np.zeros([2, 2]) @ F(2, 2),
    lambda: tf.matmul(F(2, 2), I(2, 2)),
    lambda: tf.matmul(F(2, 2), np.zeros([2, 2])),
    lambda: tf.matmul(np.zeros([2, 2]), F(2, 2)),
    lambda: tf.matmul(F(2, 2), [[1, 2], [3, 4]]),
    lambda: tf.matmul([[1.0, 2], [3, 4]], F(2, 2)),
    lambda: tf.matmul(B(2, 2), B(2, 2)),
    lambda: tf.matmul(F(3, 2, 2), np.zeros([3, 2, 2])),
    lambda: tf.matmul(F(3, 2, 2), D(2, 2)),
    lambda: tf.tensordot(F(2, 2), I(2, 2), 1),
    lambda: tf.tensordot(F(2, 2), np.zeros([2, 2]), 1),
    lambda: tf.einsum("ij,jk->ik", F(2, 2), I(2, 2)),
    lambda: tf.concat([F(2), I(2)], 0),
    lambda: tf.concat([F(2), [1, 2]], 0),
    lambda: tf.concat([[1, 2], F(2)], 0),
    lambda: tf.concat([I(2), [1.0, 2]], 0),
    lambda: tf.concat([[1.0, 2], I(2)], 0),
    lambda: tf.concat([np.zeros(2, int), F(2)], 0),
    lambda: tf.concat([np.zeros(2), np.zeros(2, np.float32)], 0),
    lambda: tf.concat([I(2), np.zeros(2)], 0),
    lambda: tf.concat([[1, 2], [1.0, 2]], 0),
    lambda: tf.stack([F(2), I(2)]),
    lambda: tf.stack([F(), 1]),
    lambda: tf.stack([I(), 1.5]),
    lambda: tf.stack([1.5, I()]),
    lambda: tf.stack([np.zeros(2), F(2)]),
    lambda: tf.stack([1, 2.5]),
    lambda: tf.stack([tf.shape(F(2))[0], 2.0]),
    lambda: tf.add_n([F(2), I(2)]),
    lambda: tf.add_n([F(2), [1, 2]]),
    lambda: tf.add_n([F(2), np.zeros(2)]),
    lambda: tf.add_n([1.5, F()]),
    lambda: tf.where(B(2), F(2), I(2)),
    lambda: tf.where(B(2), F(2), [1, 2]),
    lambda: tf.where(B(2), [1, 2], F(2)),
    lambda: tf.where(B(2), I(2), [1.0, 2]),
    lambda: tf.where(B(2), np.zeros(2), F(2)),
    lambda: tf.where(I(2), F(2), F(2)),
    lambda: tf.where([1, 0], F(2), F(2)),
    lambda: tf.where_v2(F(2) > 0, I(2), 0.0),
    lambda: tf.where_v2(F(2) > 0, F(2), 0),
    lambda: tf.clip_by_value(I(2), 0, 1.5),
    lambda: tf.clip_by_value(F(2), 0, 1),
    lambda: tf.clip_by_value(F(2), I(), 1),
    lambda: tf.clip_by_value([1, 2], 0.0, 1.0),
    lambda: tf.scalar_mul(2.5, I(2)),
    lambda: tf.scalar_mul(I(), F(2)),
    lambda: tf.scalar_mul(2, F(2)),
    lambda: tf.nn.bias_add(F(2, 2), I(2)),
    lambda: tf.nn.bias_add(F(2, 2), np.zeros(2)),
    lambda: tf.nn.xw_plus_b(F(2, 2), F(2, 2), I(2)),
    lambda: tf.nn.xw_plus_b(F(2, 2), I(2, 2), F(2)),
    lambda: tf.nn.conv2d(F(1, 4, 4, 1), I(2, 2, 1, 1), [1, 1, 1, 1], "SAME"),
    lambda: tf.nn.conv2d(I(1, 4, 4, 1), I(2, 2, 1, 1), [1, 1, 1, 1], "SAME"),
    lambda: tf.nn.conv2d(U(1, 4, 4, 1), F(2, 2, 1, 1), [1, 1, 1, 1], "SAME"),
    lambda: tf.nn.conv2d(np.zeros((1, 4, 4, 1)), F(2, 2, 1, 1), [1, 1, 1, 1], "SAME"),
    lambda: tf.nn.max_pool(I(1, 4, 4, 1), [1, 2, 2, 1], [1, 2, 2, 1], "SAME"),
    lambda: tf.nn.avg_pool(I(1, 4, 4, 1), [1, 2, 2, 1], [1, 2, 2, 1], "SAME"),
    lambda: tf.nn.relu(I(2)),
    lambda: tf.nn.relu(B(2)),
    lambda: tf.nn.softmax(I(2)),
    lambda: tf.nn.log_softmax(I(2)),
    lambda: tf.nn.sigmoid(I(2)),
    lambda: tf.nn.elu(I(2)),
    lambda: tf.nn.leaky_relu(I(2)),
    lambda: tf.nn.leaky_relu(B(2)),
    lambda: tf.nn.dropout(I(2), 0.5),
    lambda: tf.nn.l2_loss(I(2)),
    lambda: tf.nn.softmax_cross_entropy_with_logits(labels=I(2, 3), logits=F(2, 3)),
    lambda: tf.nn.softmax_cross_entropy_with_logits(labels=F(2, 3), logits=I(2, 3)),
    lambda: tf.nn.softmax_cross_entropy_with_logits_v2(labels=D(2, 3), logits=F(2, 3)),
    lambda: tf.nn.sparse_softmax_cross_entropy_with_logits(labels=I(2), logits=F(2, 3)),
    lambda: tf.nn.sparse_softmax_cross_entropy_with_logits(labels=F(2), logits=F(2, 3)),
    lambda: tf.nn.sparse_softmax_cross_entropy_with_logits(labels=I(2), logits=I(2, 3)),
    lambda: tf.nn.sparse_softmax_cross_entropy_with_logits(labels=[1.0, 2.0], logits=F(2, 3)),
    lambda: tf.nn.sigmoid_cross_entropy_with_logits(labels=I(2), logits=F(2)),
    lambda: tf.nn.sigmoid_cross_entropy_with_logits(labels=np.zeros(2), logits=F(2)),
    lambda: tf.nn.sigmoid_cross_entropy_with_logits(labels=[1.0, 0], logits=F(2)),
    lambda: tf.losses.mean_squared_error(I(2), F(2)),
    lambda: tf.losses.sparse_softmax_cross_entropy(F(2), F(2, 3)),
    lambda: tf.losses.sigmoid_cross_entropy(I(2, 3), F(2, 3)),
    lambda: tf.nn.embedding_lookup(F(2, 3), F(2)),
    lambda: tf.nn.embedding_lookup(F(2, 3), L(2)),
    lambda: tf.gather(F(2, 3), U(2)),
    lambda: tf.gather(F(2, 3), np.zeros(2)),
    lambda: tf.gather_nd(F(2, 3), F(1, 2)),
    lambda: tf.one_hot(F(2), 3),
    lambda: tf.one_hot(U(2), 3),
    lambda: tf.one_hot(I(2), L()),
    lambda: tf.reshape(F(4), F(2)),
    lambda: tf.reshape(F(4), np.array([2.0, 2.0])),
    lambda: tf.reshape(F(4), [1.5, 2]),
    lambda: tf.tile(F(2), F(1)),
    lambda: tf.fill([2], F()),
    lambda: tf.random_normal(F(1)),
    lambda: tf.random_uniform([2], 0.0, 10.0, tf.int32),
    lambda: tf.random_uniform([2], 0, 10, tf.int32),
    lambda: tf.random_normal([2], dtype=tf.int32),
    lambda: tf.random_normal([2], dtype=tf.float64),
    lambda: tf.truncated_normal([2], mean=I()),
    lambda: F(4)[1.5],
    lambda: F(4)[F()],
    lambda: F(4)[: L()],
    lambda: F(4)[I() :],
    lambda: tf.reduce_all(I(2)),
    lambda: tf.reduce_any(F(2)),
    lambda: tf.reduce_mean(B(2)),
    lambda: tf.argmax(B(2)),
    lambda: tf.cumsum(B(2)),
    lambda: tf.log(I(2)),
    lambda: tf.sqrt(2),
    lambda: tf.exp(np.zeros(2)),
    lambda: tf.square(B(2)),
    lambda: tf.square(I(2)),
    lambda: tf.floor(I(2)),
    lambda: tf.negative(B(2)),
    lambda: tf.logical_not(I(2)),
    lambda: tf.logical_and(B(2), I(2)),
    lambda: tf.logical_and(B(2), 1),
    lambda: tf.logical_or(B(2), True),
    lambda: tf.nn.in_top_k(F(2, 3), L(2), 1),
    lambda: tf.assign(tf.Variable(1.0), 2),
    lambda: tf.assign(tf.Variable(1), 2.5),
    lambda: tf.assign(tf.Variable(1.0), tf.constant(2)),
    lambda: tf.assign_add(tf.Variable(1.0), tf.constant(1)),
    lambda: tf.Variable(1).assign(2.5),
    lambda: tf.Variable(1.0).assign(np.float64(2)),
    lambda: tf.Variable(1.0, use_resource=True).assign(tf.constant(2)),
    lambda: tf.constant(1.5, tf.int32),
    lambda: tf.constant([1, 2.5], tf.int32),
    lambda: tf.constant(True, tf.float32),
    lambda: tf.constant(1, tf.bool),
    lambda: tf.constant("a", tf.float32),
    lambda: tf.constant(1, tf.string),
    lambda: tf.constant(np.zeros(2), tf.int32),
    lambda: tf.constant([np.float64(1.5)], tf.int32),
    lambda: tf.convert_to_tensor(F(), tf.int32),
    lambda: tf.convert_to_tensor(F(2).shape, tf.int64),
    lambda: tf.convert_to_tensor(F(2).shape, tf.float32),
    lambda: tf.while_loop(lambda i: i < 10, lambda i: i + 1.5, [0]),
    lambda: tf.map_fn(lambda x: x * 1.5, I(2)),
]
for make in MADE:
    told(make)
