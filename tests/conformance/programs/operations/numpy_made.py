# Arrays that numpy makes, fills and draws.
import numpy as np
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def P(*sizes):
    return tf.placeholder(tf.float32, sizes)


def held(make, named=True):
    with tf.Graph().as_default():
        made = make()
        sizes = [101, 101, 101]
        if made.shape.ndims is not None:
            sizes = [100 if size is None else size for size in made.shape.as_list()]
        name = made.op.name if named else "v"
        with tf.variable_scope("held"):
            tf.get_variable(name, sizes, made.dtype.base_dtype, tf.zeros_initializer())


held(lambda: tf.constant(np.zeros(3)))
held(lambda: tf.constant(np.zeros((2, 3), np.int32)))
held(lambda: tf.constant(np.ones([2, 2], dtype=np.float32)))
held(lambda: tf.constant(np.empty((2, 5))))
held(lambda: tf.constant(np.full(3, 7)))
held(lambda: tf.constant(np.full((2, 2), 0.5, dtype=np.float32)))
held(lambda: tf.constant(np.zeros_like(np.zeros((2, 3)))))
held(lambda: tf.constant(np.ones_like([1, 2, 3])))
held(lambda: tf.constant(np.empty_like(np.zeros((4, 1), np.float32))))
held(lambda: tf.constant(np.eye(3)))
held(lambda: tf.constant(np.eye(3, 5, dtype=np.float32)))
held(lambda: tf.constant(np.identity(4)))
held(lambda: tf.constant(np.arange(5)))
held(lambda: tf.constant(np.arange(2, 8, 2)))
held(lambda: tf.constant(np.arange(0, 1, 0.25)))
held(lambda: tf.constant(np.arange(3, dtype=np.float32)))
held(lambda: tf.constant(np.arange(10, 0, -3)))
held(lambda: tf.constant(np.linspace(0, 1, 5)))
held(lambda: tf.constant(np.linspace(0, 1)))
held(lambda: tf.constant(np.linspace(0, 1, num=4, dtype=np.float32)))
held(lambda: tf.constant(np.array([1, 2])))
held(lambda: tf.constant(np.array([1.0, 2])))
held(lambda: tf.constant(np.array([[1, 2], [3, 4]])))
held(lambda: tf.constant(np.array([True, False])))
held(lambda: tf.constant(np.array(3)))
held(lambda: tf.constant(np.array([1, 2], np.int64)))
held(lambda: tf.constant(np.array((1, 2), dtype="float64")))
held(lambda: tf.constant(np.array([[1], [2]]).T))
held(lambda: tf.constant(np.asarray([1, 2], np.float32)))
held(lambda: tf.constant(np.asarray(np.zeros((2, 2)))))
held(lambda: tf.constant(np.array([np.zeros(2), np.ones(2), np.ones(2)])))
held(lambda: tf.constant(np.float32(3)))
held(lambda: tf.constant(np.random.rand(2, 3)))
held(lambda: tf.constant(np.random.randn(4)))
held(lambda: tf.constant(np.random.random((2, 3))))
held(lambda: tf.constant(np.random.random_sample([3])))
held(lambda: tf.constant(np.random.uniform(size=(2, 3))))
held(lambda: tf.constant(np.random.uniform(0, 1, (4,))))
held(lambda: tf.constant(np.random.normal(0.0, 1.0, [2, 2])))
held(lambda: tf.constant(np.random.normal(loc=0, scale=1, size=5)))
held(lambda: tf.constant(np.random.standard_normal((3, 1))))
held(lambda: tf.constant(np.random.randint(5, size=(2, 3))))
held(lambda: tf.constant(np.random.randint(0, 5, 4)))
held(lambda: tf.constant(np.random.binomial(1, 0.5, (2, 2))))
held(lambda: tf.constant(np.random.exponential(1.0, 3)))
held(lambda: tf.constant(np.random.poisson(1.0, (2,))))
held(lambda: tf.constant(np.random.beta(1.0, 2.0, 3)))
held(lambda: tf.constant(np.random.gamma(1.0, 2.0, (3, 2))))
held(lambda: tf.constant(np.random.choice(5, 3)))
held(lambda: tf.constant(np.random.choice([1.0, 2.0], size=(2, 2))))
held(lambda: tf.constant(np.random.permutation(4)))
held(lambda: tf.constant(np.random.permutation(np.zeros((3, 2)))))
held(lambda: tf.constant(np.random.RandomState(1).normal(size=(2, 3))))
held(lambda: tf.constant(np.random.RandomState(1).randint(0, 3, size=4)))
held(lambda: tf.constant(np.random.RandomState(1).uniform(-1, 1, (2,)).astype(np.float32)))
held(lambda: tf.constant(np.ascontiguousarray(np.zeros((2, 2)))))
