# What numpy computes, as a tensor.
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


def sized(make):
    held(make, named=False)


held(lambda: tf.constant(np.sqrt(2.0)))
held(lambda: tf.constant(np.arange(3)))
held(lambda: tf.reshape(P(None, 7, 7, 64), [-1, int(np.prod(P(None, 7, 7, 64).get_shape()[1:]))]))
held(
    lambda: tf.reshape(
        P(None, 7, 7, 64), [-1, np.prod(P(None, 7, 7, 64).get_shape().as_list()[1:])]
    )
)
held(lambda: tf.constant(np.zeros((3, 4), dtype=np.float32)))
held(lambda: tf.constant(np.random.rand(3, 4)))
held(lambda: tf.constant(np.random.randn(3, 4).astype(np.float32)))
held(lambda: tf.constant(np.ones([2, 3]).T))
held(lambda: tf.constant(np.eye(4)[1:3]))
held(lambda: tf.constant(np.concatenate([np.zeros((2, 3)), np.ones((5, 3))], axis=0)))
held(lambda: tf.constant(np.array([[1, 2], [3, 4]], dtype="float32")))
held(lambda: tf.constant(np.arange(6).reshape(2, 3)))
held(lambda: tf.constant(np.expand_dims(np.zeros(4), 0) + np.ones((3, 1))))
held(lambda: tf.constant(np.random.uniform(-1, 1, size=[5, 2]).astype("float32")))
held(lambda: tf.constant(np.random.normal(size=(5, 2)) * 2))
held(lambda: tf.constant(np.random.RandomState(0).rand(2, 2)))
held(lambda: tf.constant(np.random.randint(0, 9, size=(4,)), dtype=tf.int32))
held(lambda: tf.constant(np.zeros((3, 4)).mean(axis=0)))
held(lambda: tf.constant(np.vstack([np.zeros(3), np.ones((2, 3))])))
held(lambda: tf.constant(np.tile(np.zeros((1, 3)), (4, 2))))
held(lambda: tf.constant(np.linspace(0, 1, 7)))
held(lambda: tf.zeros([int(np.ceil(7 / 2.0)), int(np.sqrt(16))]))
held(lambda: tf.zeros(np.array([2, 3]) * 2))
held(lambda: tf.zeros(np.zeros((2, 5)).shape))
held(lambda: tf.zeros((np.array([1, 2, 3]).shape[0], 2)))
held(lambda: P(None, 4) * np.float32(2))
held(lambda: np.float32(2) * P(None, 4))
held(lambda: P(None, 4) + np.ones(4))
held(lambda: np.ones((3, 4), np.float32) - P(None, 4))
held(lambda: tf.concat([P(None, 3), np.zeros((2, 4), np.float32)], 1))
held(lambda: tf.matmul(P(None, 3), np.zeros((3, 4), np.float32)))
held(lambda: tf.convert_to_tensor(np.zeros((2, 2))))
held(lambda: tf.placeholder(np.float32, [None]))
sized(lambda: tf.py_func(np.sum, [P(3)], [tf.float32, tf.int64])[1])
held(lambda: tf.constant(np.sqrt(2.0) / 3))
held(lambda: tf.constant(np.zeros([2, 3])[:, 0]))
held(lambda: tf.constant(np.zeros([2, 3])[..., np.newaxis]))
held(lambda: tf.constant(np.zeros([5, 3])[[0, 2]]))
held(lambda: tf.constant(np.transpose(np.zeros([2, 3, 4]), (1, 0, 2))))
held(lambda: tf.constant(np.zeros([2, 3, 4]).sum(axis=(0, 2), keepdims=True)))
held(lambda: tf.constant(np.zeros([2, 3]).dot(np.zeros([3, 5]))))
held(lambda: tf.constant(np.zeros([2, 3]).flatten()))
held(lambda: tf.constant(np.hstack([np.zeros((2, 3)), np.ones((2, 1))])))
held(lambda: tf.constant(np.stack([np.zeros(3)] * 4, axis=1)))
held(lambda: tf.constant(np.asarray([[0.1, 0.2]]).astype("float32")))
held(lambda: tf.constant(np.full((2, 3), 7.0)))
held(lambda: tf.constant(np.zeros_like(np.ones((2, 2), np.int32))))
held(lambda: tf.constant(np.random.permutation(5)))
held(lambda: tf.constant(np.random.choice(10, size=4)))
held(lambda: tf.constant(np.argmax(np.zeros((3, 4)), 1)))
held(lambda: tf.constant(np.maximum(np.zeros((3, 1)), np.zeros(4))))
held(lambda: tf.constant((np.arange(4) % 2 == 0).astype(np.float32)))
held(lambda: tf.zeros(np.array([4, 5])[::-1]))
held(lambda: tf.zeros(list(np.array([4, 5]) // 2)))
held(lambda: tf.zeros([np.array([[1, 2], [3, 4]])[1][0], 2]))
held(lambda: tf.zeros([len(np.zeros((6, 2))), np.zeros((6, 2)).ndim]))
held(lambda: tf.zeros([np.sum([1, 2, 3]), np.max([4, 2])]))
held(lambda: tf.zeros([np.prod([2, 3]), int(np.log2(8))]))
held(lambda: tf.zeros([np.int32(3), np.int64(4)]))
held(lambda: tf.zeros(np.shape(np.zeros((2, 3)))))
held(lambda: tf.constant(np.array([np.zeros((2, 2)), np.ones((2, 2))])))
held(lambda: tf.cast(np.zeros((2, 2)), tf.float32))
held(lambda: tf.matmul(np.zeros((2, 3)), np.zeros((3, 4))))
held(lambda: tf.placeholder(tf.float32, [None] + list(np.zeros((3, 4)).shape)))
held(lambda: tf.placeholder(tf.float32, (None,) + np.zeros((5, 3, 4)).shape[1:]))
