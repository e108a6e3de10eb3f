# Numbers and arrays of numpy keep their dtype in operations, initial values and initializers.
import numpy as np
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
asked = []


def told(make):
    with tf.Graph().as_default():
        try:
            made = make()
            value = "%s %s" % (made.dtype.base_dtype.name, made.shape.as_list())
        except Exception as error:
            value = type(error).__name__
    shown = "".join(c if c.isalnum() and c < "~" or c in ".-" else "_" for c in value)
    asked.append(shown)
    tf.get_variable("%d.%s" % (len(asked), shown), [1])


def P(*given):
    return tf.placeholder(tf.float32, given)


def I(*given):
    return tf.placeholder(tf.int32, given)


def D(*given):
    return tf.placeholder(tf.float64, given)


C = tf.constant
VALUES = [
    lambda: np.float64(1.5),
    lambda: np.float32(1),
    lambda: np.float16(1),
    lambda: np.int64(3),
    lambda: np.int32(3),
    lambda: np.uint8(3),
    lambda: np.bool_(True),
    lambda: np.array(1.5),
    lambda: np.array(3),
    lambda: np.array([1.5, 2]),
    lambda: np.array([1, 2]),
    lambda: np.array([1, 2], np.float32),
    lambda: np.array(1.5, dtype="float32"),
    lambda: 2.0 * np.float64(1.5),
    lambda: np.float64(1.5) * 2,
    lambda: np.float32(2) * 1.5,
    lambda: np.float32(2) + np.float64(1),
    lambda: np.int64(2) * 3,
    lambda: np.int64(2) * 3.0,
    lambda: np.int32(2) * np.int64(3),
    lambda: np.int64(6) / 2,
    lambda: np.int64(6) // 2,
    lambda: -np.float64(1.5),
    lambda: abs(np.float64(-1.5)),
    lambda: np.sqrt(2),
    lambda: np.sqrt(2.0),
    lambda: 1 / np.sqrt(2.0),
    lambda: np.sqrt(np.float32(2)),
    lambda: np.log(10),
    lambda: np.exp(np.array([1, 2])),
    lambda: np.pi,
    lambda: np.pi * 2,
    lambda: np.mean([1.0, 2.0]),
    lambda: np.mean([1, 2]),
    lambda: np.mean(np.zeros(3, np.float32)),
    lambda: np.mean(np.zeros((3, 2)), axis=0),
    lambda: np.sum([1, 2]),
    lambda: np.sum([1.0, 2]),
    lambda: np.prod([2, 3]),
    lambda: np.prod((2, 3)),
    lambda: np.max([1.0, 2.0]),
    lambda: np.max([1, 2]),
    lambda: np.min(np.zeros(3, np.float32)),
    lambda: np.std([1, 2]),
    lambda: np.zeros(3),
    lambda: np.zeros(3)[0],
    lambda: np.zeros(3, int),
    lambda: np.zeros(3, dtype=np.float32)[1],
    lambda: np.ones((2, 3), dtype=np.int64),
    lambda: np.arange(3),
    lambda: np.arange(3.0),
    lambda: np.arange(3)[1],
    lambda: np.linspace(0, 1, 3),
    lambda: np.linspace(0, 1, 3)[0],
    lambda: np.ceil(2.5),
    lambda: np.floor(5),
    lambda: np.round(2.5),
    lambda: np.log2(8),
    lambda: np.power(2, 3),
    lambda: np.power(2.0, 3),
    lambda: np.random.rand(),
    lambda: np.random.rand(3),
    lambda: np.random.randn(3),
    lambda: np.random.uniform(0, 1, [3]),
    lambda: np.random.normal(size=3),
    lambda: np.random.randint(0, 5, 3),
    lambda: np.zeros(3).astype(np.float32),
    lambda: np.float32(np.zeros(3)),
    lambda: np.asarray([1.5]),
    lambda: np.asarray([1.5], dtype=np.float32),
    lambda: float(np.float64(1.5)),
    lambda: int(np.int64(3)),
    lambda: np.float64(1.5).item(),
    lambda: np.zeros(3).mean(),
    lambda: np.zeros(3).sum(),
    lambda: np.arange(3).mean(),
    lambda: np.arange(3).sum(),
    lambda: np.zeros(3) + 1,
    lambda: np.arange(3) * 1.5,
    lambda: np.arange(3) / 2,
    lambda: np.zeros(3, np.float32) * 2.0,
    lambda: np.zeros(3, np.float32) * np.float64(2),
    lambda: np.eye(2),
    lambda: np.full([2], 1.5),
    lambda: np.full([2], 3),
    lambda: np.array([True, False]),
    lambda: np.dot(np.zeros([2, 3]), np.zeros([3, 2])),
    lambda: np.concatenate([np.zeros(2), np.ones(1)]),
    lambda: np.inf,
    lambda: max(np.float64(1), 2.0),
    lambda: min(1.0, np.float32(3)),
    lambda: sum([np.float64(1), 2.0]),
    lambda: [np.float64(1), 2.0],
    lambda: [np.float32(1), np.float32(2)],
    lambda: [np.int64(1), 2],
    lambda: (np.float64(1), 2),
    lambda: [1, 2.0],
    lambda: [[1, 2], [3, 4]],
]
for make in VALUES:
    told(lambda: C(make()))
for make in VALUES[::2]:
    told(lambda: tf.Variable(make()))
    told(lambda: P() * make())
for make in VALUES[1::2]:
    told(lambda: tf.get_variable("v", initializer=make()))
for make in VALUES[:6] + VALUES[8:20:3]:
    told(lambda: make() * P())
    told(lambda: D() * make())
    told(lambda: I() * make())
    told(lambda: make() + make() * P(2))
    told(lambda: tf.convert_to_tensor(make()))
    told(lambda: tf.get_variable("v", [2], initializer=tf.constant_initializer(make())))
    told(lambda: tf.stack([make(), make()]))
    told(lambda: tf.maximum(P(2), make()))
    told(lambda: tf.cast(make(), tf.float32))
    told(lambda: tf.where(P(2) > make(), P(2), P(2)))
    told(lambda: tf.reduce_sum(make()))
    told(lambda: tf.random_normal([2], stddev=make()))
for make in VALUES[:6]:
    told(lambda: tf.multiply(make(), 2))
    told(lambda: tf.placeholder_with_default(make(), []))
    told(lambda: tf.fill([2], make()))
    told(lambda: tf.nn.dropout(P(2), make()))
told(lambda: tf.nn.dropout(P(2), 0.0))
told(lambda: tf.nn.dropout(P(2), 1.0))
told(lambda: tf.nn.dropout(P(2), rate=1.0))
told(lambda: tf.nn.dropout(P(2), rate=0))
told(lambda: tf.nn.dropout(P(2), rate=-0.1))
told(lambda: tf.nn.dropout(P(2), C(2.0)))
