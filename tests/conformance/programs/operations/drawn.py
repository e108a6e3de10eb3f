# Constants, ranges and random numbers.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


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


held(lambda: tf.random_normal([tf.shape(P(None, 4))[0], 2]))
held(lambda: tf.random_normal(tf.shape(P(None, 4))))
sized(lambda: tf.random_uniform([tf.placeholder(tf.int32, []), 1, 1, 1]))
held(lambda: tf.range(5))
held(lambda: tf.range(tf.shape(P(None, 4))[0]))
held(lambda: tf.range(tf.shape(P(None, 4))[1]))
held(lambda: tf.range(0, 10, 3))
held(lambda: tf.range(0.0, 1.0, 0.25))
held(lambda: tf.one_hot(tf.placeholder(tf.int32, [None]), 10))
held(lambda: tf.one_hot(tf.placeholder(tf.int64, [None]), tf.placeholder(tf.int32, [])))
held(lambda: tf.one_hot(tf.placeholder(tf.int32, [None, 3]), 5, axis=1))
sized(lambda: tf.linspace(0.0, 1.0, 5))
sized(lambda: tf.eye(3))
sized(lambda: tf.eye(3, batch_shape=[2]))
held(lambda: tf.constant(2**40))
held(lambda: tf.constant([1, 2.5]))
held(lambda: tf.constant([[1], [2]]))
held(lambda: tf.constant(1, shape=[2, 3]))
held(lambda: tf.constant([1, 2, 3, 4], shape=[2, 2]))
held(lambda: tf.convert_to_tensor([tf.constant(1.0), 2.0]))
held(lambda: tf.placeholder(float))
held(lambda: tf.placeholder("float", [None, 2]))
held(lambda: tf.placeholder(tf.float32, 4))
held(lambda: tf.placeholder(tf.float32, []))
sized(lambda: tf.placeholder_with_default([1, 2], [None]))
sized(lambda: tf.placeholder_with_default(1.0, []))
sized(lambda: tf.sequence_mask(tf.placeholder(tf.int32, [None]), 10))
sized(lambda: tf.sequence_mask(tf.placeholder(tf.int32, [None])))
sized(lambda: tf.sequence_mask(tf.placeholder(tf.int32, [5]), tf.shape(P(None, 4))[1]))
held(lambda: tf.constant(3) / tf.constant(2))
held(lambda: tf.constant(3) // tf.constant(2))
held(lambda: tf.constant(3.0) ** 2)
held(lambda: tf.constant(3) < 2)
sized(lambda: tf.multinomial(P(None, 4), 3))
held(lambda: tf.random_shuffle(P(None, 4)))
held(lambda: tf.range(tf.size(P(3, 4))))
held(lambda: tf.one_hot([1, 2, 3], 5))
held(lambda: tf.one_hot(I(None), depth=5, dtype=tf.float64))
held(lambda: tf.one_hot(I(None), 5, on_value=1, off_value=0))
held(lambda: tf.one_hot(I(None), 5, axis=0))
held(lambda: tf.random_normal([3, 4], stddev=0.1))
held(lambda: tf.random_normal(shape=(3, 4), dtype=tf.float64))
sized(lambda: tf.random_uniform([2], 0, 10, dtype=tf.int32))
sized(lambda: tf.random_uniform([]))
held(lambda: tf.random.normal(shape=tf.shape(P(None, 4))))
sized(lambda: tf.random.uniform([tf.shape(P(None, 4))[0], 1]))
held(lambda: tf.truncated_normal([5, 5, 1, 32], stddev=0.1))
held(lambda: tf.truncated_normal((4,), dtype="float64"))
held(lambda: tf.range(3, dtype=tf.float32))
held(lambda: tf.range(1, 10, 2))
held(lambda: tf.range(10, 0, -3))
held(lambda: tf.range(I()))
sized(lambda: tf.eye(tf.shape(P(None, 4))[0]))
sized(lambda: tf.eye(3, 4))
sized(lambda: tf.linspace(0.0, 1.0, I()))
held(lambda: tf.constant(3))
held(lambda: tf.constant(2.5))
held(lambda: tf.constant("abc"))
held(lambda: tf.constant(["a", "b"]))
held(lambda: tf.constant(True))
held(lambda: tf.constant([[1.0, 2], [3, 4]]))
held(lambda: tf.constant([], dtype=tf.float32))
held(lambda: tf.constant(0.1, shape=[32]))
held(lambda: tf.constant([1, 2, 3], tf.float32))
held(lambda: tf.constant(1, dtype="int64"))
held(lambda: tf.convert_to_tensor([[1.0], [2.0]]))
held(lambda: tf.convert_to_tensor([1, 2], dtype=tf.float32))
sized(lambda: tf.convert_to_tensor(P(None, 4).get_shape()[1:]))
held(lambda: tf.placeholder(tf.float32, shape=[None, 784]))
held(lambda: tf.placeholder(tf.int64, None))
held(lambda: tf.placeholder(tf.float32, (None,)))
held(lambda: tf.placeholder(tf.float32, shape=P(None, 3).get_shape()))
held(lambda: tf.placeholder(shape=[2], dtype=tf.bool))
sized(lambda: tf.placeholder_with_default(tf.zeros([2, 3]), shape=[None, 3]))
sized(lambda: tf.placeholder_with_default(False, ()))
sized(lambda: tf.sequence_mask([1, 2, 3], 5, dtype=tf.float32))
sized(lambda: tf.multinomial(tf.log(P(None, 4)), num_samples=1))
