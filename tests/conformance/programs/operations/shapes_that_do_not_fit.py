# Tensors that can't be joined, cut, turned or assigned as asked, and others that can.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def of(*sizes, dtype=tf.float32):
    return tf.placeholder(dtype, sizes)


v = tf.get_variable("v", [3])
TRIED = [
    lambda: tf.concat([of(3, 4), of(3, 5)], 0),
    lambda: tf.concat([of(3, 4), of(3, 5)], 1),
    lambda: tf.concat([of(3, 4), of(3)], -1),
    lambda: tf.concat([of(3, 4), of(None, 4)], -1),
    lambda: tf.concat([of(), of()], 0),
    lambda: tf.stack([of(3), of(4)]),
    lambda: tf.stack([of(3), of(None)]),
    lambda: tf.add_n([of(3), of(3, 1)]),
    lambda: tf.split(of(3, 5), 2, 1),
    lambda: tf.split(of(3, 5), [2, 2], 1),
    lambda: tf.split(of(3, 5), [2, -1], 1),
    lambda: tf.squeeze(of(3, 4), [1]),
    lambda: tf.squeeze(of(3, 1), [-1]),
    lambda: tf.expand_dims(of(3), 3),
    lambda: tf.expand_dims(of(3), -2),
    lambda: tf.reduce_mean(of(3), 1),
    lambda: tf.reduce_sum(of(3, 4), [0, -1]),
    lambda: tf.nn.moments(of(3, 4), [0, 2]),
    lambda: tf.transpose(of(3, 4), [0, 1, 2]),
    lambda: tf.tile(of(3, 4), [2]),
    lambda: tf.pad(of(3, 4), [[1, 1]]),
    lambda: of(3, 4)[3],
    lambda: of(3, 4)[-3],
    lambda: of(3, 4)[:, 4],
    lambda: of(3, 4)[0, 0, 0],
    lambda: of(None, 4)[7],
    lambda: tf.one_hot(of(3), 5),
    lambda: tf.gather(of(3, 4), of(2)),
    lambda: tf.nn.top_k(of(3), 4),
    lambda: tf.nn.batch_normalization(of(3, 4), of(3), of(4), None, None, 0.1),
    lambda: tf.assign(v, of(4)),
    lambda: tf.assign(v, of(3, dtype=tf.int32)),
    lambda: tf.assign(v, of(4), validate_shape=False),
    lambda: v.assign(0.0),
    lambda: v.assign([1.0, 2.0, 3.0]),
    lambda: tf.assign_add(v, of(1)),
]
for number, build in enumerate(TRIED):
    try:
        build()
    except (ValueError, TypeError) as error:
        tf.get_variable("refused_%d_%s" % (number, type(error).__name__), [1])
tf.assign(tf.get_variable("w", [2], use_resource=True), of(3))
