# Random numbers, ranges, constants and placeholders of every kind.
import numpy as np
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def P(*sizes):
    return tf.placeholder(tf.float32, sizes)


def I(*sizes):
    return tf.placeholder(tf.int32, sizes)


def any_rank():
    return tf.placeholder(tf.float32)


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


held(lambda: tf.random_normal([2], 0.0, 1.0, tf.float64))
held(lambda: tf.random_normal((2, 3), name="r"))
held(lambda: tf.truncated_normal([2, 3], mean=1.0))
sized(lambda: tf.random_uniform([2, 3], maxval=5, dtype=tf.int64))
sized(lambda: tf.random_uniform((2,), -1.0, 1.0))
sized(lambda: tf.random_gamma([2], 1.0))
sized(lambda: tf.random_gamma([2], P(3)))
sized(lambda: tf.random_poisson(P(3), [2]))
sized(lambda: tf.random.poisson(P(3), [2]))
sized(lambda: tf.random.stateless_normal([2, 3], [1, 2]))
sized(lambda: tf.random.stateless_uniform([2, 3], seed=[1, 2]))
sized(lambda: tf.random.categorical(P(None, 4), 3))
sized(lambda: tf.multinomial(P(None, 4), 3, output_dtype=tf.int32))
held(lambda: tf.random.truncated_normal([2, 3]))
sized(lambda: tf.random.gamma([2], 1.0))
held(lambda: tf.random.shuffle(P(3, 4)))
held(lambda: tf.random_shuffle(P(None, 4), name="s"))
sized(lambda: tf.lin_space(0.0, 1.0, 5))
sized(lambda: tf.linspace(0.0, 1.0, 5, name="l"))
held(lambda: tf.range(2.0, 5.0))
held(lambda: tf.range(5, dtype=tf.int64))
held(lambda: tf.range(0, 10, 2, name="r"))
held(lambda: tf.range(tf.constant(4)))
held(lambda: tf.range(1, I()))
held(lambda: tf.ones((2, 3)))
held(lambda: tf.ones([2, 3], tf.int32, "o"))
held(lambda: tf.ones_like([[1, 2], [3, 4]]))
held(lambda: tf.zeros_like(any_rank()))
held(lambda: tf.zeros_like(P(None, 4), dtype=tf.bool))
held(lambda: tf.zeros([2], tf.string))
held(lambda: tf.zeros([2, 2], tf.bool))
held(lambda: tf.fill(tf.constant([2, 3]), 2))
sized(lambda: tf.eye(2, 3, [4]))
sized(lambda: tf.eye(3, dtype=tf.int32))
sized(lambda: tf.eye(3, num_columns=2, batch_shape=[2, 2]))
held(lambda: tf.constant(1.0, tf.float64))
held(lambda: tf.constant([1, 2], shape=[4]))
held(lambda: tf.constant([[1.0, 2.0]], name="c"))
held(lambda: tf.constant(3, shape=[]))
held(lambda: tf.constant(b"bytes"))
held(lambda: tf.constant([[]]))
held(lambda: tf.constant([True, False]))
held(lambda: tf.constant((1, 2, 3)))
held(lambda: tf.constant(2.5, dtype=tf.float16))
held(lambda: tf.convert_to_tensor(3))
held(lambda: tf.convert_to_tensor("a"))
held(lambda: tf.convert_to_tensor([P(3), P(3)]))
held(lambda: tf.convert_to_tensor(np.float32(2)))
held(lambda: tf.convert_to_tensor(2.0, tf.float64))
held(lambda: tf.placeholder(tf.string))
held(lambda: tf.placeholder(tf.float32, [None, None, 3]))
held(lambda: tf.placeholder("int32", (2,)))
held(lambda: tf.placeholder(tf.float32, tf.TensorShape([None, 2])))
held(lambda: tf.placeholder(tf.float32, shape=()))
held(lambda: tf.placeholder(tf.float64, name="x"))
sized(lambda: tf.placeholder_with_default(tf.constant([1.0, 2.0]), [None]))
sized(lambda: tf.placeholder_with_default(3, []))
held(lambda: tf.one_hot([0, 1], 3, dtype=tf.int32))
held(lambda: tf.one_hot([[0, 1]], 3, axis=0))
held(lambda: tf.one_hot(2, 3))
held(lambda: tf.one_hot(I(None, 2), 3, on_value=True, off_value=False))
held(lambda: tf.one_hot(I(2), 3, 1.0, 0.0, 0))
sized(lambda: tf.sequence_mask(I(3), 4))
sized(lambda: tf.sequence_mask(I(2, 3), maxlen=4, dtype=tf.int32))
sized(lambda: tf.sequence_mask(3, 5))
held(lambda: tf.Variable(3.0, name="v"))
held(lambda: tf.Variable([1, 2], dtype=tf.float32))
held(lambda: tf.as_string(I(3)))
sized(lambda: tf.string_join(["a", "b"]))
sized(lambda: tf.string_to_number(tf.constant(["1"])))
sized(lambda: tf.string_to_number(tf.constant("1"), tf.int32))
held(lambda: tf.string_to_hash_bucket(tf.constant(["a", "b"]), 5))
held(lambda: tf.string_to_hash_bucket_fast(tf.constant(["a", "b"]), 5))
held(lambda: tf.string_to_hash_bucket_strong(tf.constant(["a"]), 5, [1, 2]))
held(lambda: tf.regex_replace(tf.constant(["a"]), "a", "b"))
held(lambda: tf.substr(tf.constant(["ab"]), 0, 1))
sized(lambda: tf.strings.to_number(tf.constant(["1"])))
held(lambda: tf.strings.length(tf.constant(["1", "22"])))
sized(lambda: tf.decode_raw(tf.constant(["a"]), tf.float32))
