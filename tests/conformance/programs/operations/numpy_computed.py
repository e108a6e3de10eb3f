# What numpy computes.
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


held(lambda: tf.constant(np.zeros((2, 3)) + 1))
held(lambda: tf.constant(1 - np.zeros((2, 3), np.float32)))
held(lambda: tf.constant(np.zeros((2, 3)) * np.zeros(3)))
held(lambda: tf.constant(np.arange(3) / 2))
held(lambda: tf.constant(np.arange(3) // 2))
held(lambda: tf.constant(np.arange(3) % 2))
held(lambda: tf.constant(np.arange(3) ** 2))
held(lambda: tf.constant(np.arange(3) * 0.5))
held(lambda: tf.constant(np.arange(3, dtype=np.float32) * 2))
held(lambda: tf.constant(np.arange(3) + np.zeros(3, np.float32)))
held(lambda: tf.constant(-np.arange(3)))
held(lambda: tf.constant(abs(np.arange(3))))
held(lambda: tf.constant(np.zeros(3) > 0))
held(lambda: tf.constant(np.zeros(3) == 0))
held(lambda: tf.constant((np.zeros(3) > 0) & (np.zeros(3) < 1)))
held(lambda: tf.constant(~(np.zeros(3) > 0)))
held(lambda: tf.constant(np.zeros((2, 3)) @ np.zeros((3, 4))))
held(lambda: tf.constant(np.dot(np.zeros((2, 3)), np.zeros((3, 4)))))
held(lambda: tf.constant(np.dot(np.zeros(3), np.zeros(3))))
held(lambda: tf.constant(np.dot(np.zeros((2, 3)), np.zeros(3))))
held(lambda: tf.constant(np.zeros((2, 3)).dot(np.zeros((3, 1)))))
held(lambda: tf.constant(np.matmul(np.zeros((5, 2, 3)), np.zeros((3, 4)))))
held(lambda: tf.constant(np.sum(np.zeros((2, 3)))))
held(lambda: tf.constant(np.sum(np.zeros((2, 3)), axis=0)))
held(lambda: tf.constant(np.sum(np.zeros((2, 3)), 1, keepdims=True)))
held(lambda: tf.constant(np.zeros((2, 3)).sum(axis=1)))
held(lambda: tf.constant(np.zeros((2, 3)).mean()))
held(lambda: tf.constant(np.mean(np.arange(6).reshape(2, 3), axis=1)))
held(lambda: tf.constant(np.mean(np.zeros((2, 3), np.float32))))
held(lambda: tf.constant(np.zeros((2, 3)).std(0)))
held(lambda: tf.constant(np.var(np.zeros((2, 3)), axis=(0, 1))))
held(lambda: tf.constant(np.max(np.zeros((2, 3)), axis=-1)))
held(lambda: tf.constant(np.amax(np.zeros((2, 3)))))
held(lambda: tf.constant(np.zeros((2, 3)).min(0)))
held(lambda: tf.constant(np.prod(np.zeros((2, 3)), axis=0)))
held(lambda: tf.constant(np.median(np.zeros((2, 3)), axis=0)))
held(lambda: tf.constant(np.argmax(np.zeros((2, 3)), axis=1)))
held(lambda: tf.constant(np.zeros((2, 3)).argmin(0)))
held(lambda: tf.constant(np.sort(np.zeros((2, 3)))))
held(lambda: tf.constant(np.cumsum(np.zeros((2, 3)))))
held(lambda: tf.constant(np.cumsum(np.zeros((2, 3)), axis=1)))
held(lambda: tf.constant(np.any(np.zeros((2, 3)), axis=1)))
held(lambda: tf.constant(np.all(np.zeros((2, 3)) > 0)))
held(lambda: tf.constant(np.sqrt(np.zeros(3))))
held(lambda: tf.constant(np.sqrt(np.arange(3))))
held(lambda: tf.constant(np.sqrt(np.zeros(3, np.float32))))
held(lambda: tf.constant(np.exp(np.zeros((2, 3)))))
held(lambda: tf.constant(np.log(np.ones(3))))
held(lambda: tf.constant(np.sin(np.arange(3))))
held(lambda: tf.constant(np.tanh(np.zeros(2))))
held(lambda: tf.constant(np.abs(np.zeros(3, np.int32))))
held(lambda: tf.constant(np.square(np.arange(3))))
held(lambda: tf.constant(np.sign(np.zeros(2))))
held(lambda: tf.constant(np.floor(np.zeros(2))))
held(lambda: tf.constant(np.round(np.zeros((2, 2)), 1)))
held(lambda: tf.constant(np.clip(np.zeros((2, 3)), 0, 1)))
held(lambda: tf.constant(np.zeros((2, 3)).clip(0, 1)))
held(lambda: tf.constant(np.maximum(np.zeros((2, 1)), np.zeros(3))))
held(lambda: tf.constant(np.minimum(np.arange(3), 1)))
held(lambda: tf.constant(np.power(np.zeros(3), 2)))
held(lambda: tf.constant(np.add(np.zeros(3), 1)))
held(lambda: tf.constant(np.multiply(np.zeros((2, 1)), np.zeros(3))))
held(lambda: tf.constant(np.subtract(1, np.arange(3))))
held(lambda: tf.constant(np.divide(np.arange(3), 2)))
held(lambda: tf.constant(np.mod(np.arange(3), 2)))
held(lambda: tf.zeros([int(np.prod([2, 3])), int(np.sum([1, 2])), int(np.max([1, 2]))]))
held(
    lambda: tf.zeros(
        [
            int(np.ceil(2.5)),
            int(np.floor(2.5)),
            int(np.sqrt(9)),
            int(np.log2(8)),
            int(np.power(2, 3)),
        ]
    )
)
