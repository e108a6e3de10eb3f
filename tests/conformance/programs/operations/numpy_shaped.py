# What numpy does to shapes.
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


held(lambda: tf.constant(np.reshape(np.zeros(6), (2, 3))))
held(lambda: tf.constant(np.zeros((2, 6)).reshape(-1, 4)))
held(lambda: tf.constant(np.zeros((2, 6)).reshape(3, -1)))
held(lambda: tf.constant(np.zeros((2, 6)).reshape([4, 3])))
held(lambda: tf.constant(np.zeros((2, 6)).reshape(12)))
held(lambda: tf.constant(np.zeros((2, 3)).ravel()))
held(lambda: tf.constant(np.ravel(np.zeros((2, 3)))))
held(lambda: tf.constant(np.zeros((2, 3)).flatten()))
held(lambda: tf.constant(np.transpose(np.zeros((2, 3)))))
held(lambda: tf.constant(np.zeros((2, 3, 4)).transpose()))
held(lambda: tf.constant(np.zeros((2, 3, 4)).transpose(1, 0, 2)))
held(lambda: tf.constant(np.zeros((2, 3, 4)).transpose((2, 0, 1))))
held(lambda: tf.constant(np.zeros((2, 3)).T))
held(lambda: tf.constant(np.expand_dims(np.zeros((2, 3)), 0)))
held(lambda: tf.constant(np.expand_dims(np.zeros((2, 3)), axis=-1)))
held(lambda: tf.constant(np.squeeze(np.zeros((1, 3, 1)))))
held(lambda: tf.constant(np.squeeze(np.zeros((1, 3, 1)), axis=0)))
held(lambda: tf.constant(np.zeros((1, 3)).squeeze()))
held(lambda: tf.constant(np.concatenate([np.zeros((2, 3)), np.zeros((4, 3))])))
held(lambda: tf.constant(np.concatenate((np.zeros((2, 3)), np.zeros((2, 1))), axis=1)))
held(lambda: tf.constant(np.concatenate([np.zeros((2, 3)), np.zeros((2, 1))], axis=-1)))
held(lambda: tf.constant(np.stack([np.zeros((2, 3)), np.zeros((2, 3))])))
held(lambda: tf.constant(np.stack([np.zeros((2, 3))] * 4, axis=-1)))
held(lambda: tf.constant(np.vstack((np.zeros((2, 3)), np.zeros(3)))))
held(lambda: tf.constant(np.hstack((np.zeros(3), np.zeros(2)))))
held(lambda: tf.constant(np.append(np.zeros(3), [1.0, 2.0])))
held(lambda: tf.constant(np.append(np.zeros((2, 3)), np.zeros((1, 3)), axis=0)))
held(lambda: tf.constant(np.tile(np.zeros(3), 2)))
held(lambda: tf.constant(np.tile(np.zeros((2, 3)), (2, 1))))
held(lambda: tf.constant(np.tile(np.zeros(3), reps=(2, 2))))
held(lambda: tf.constant(np.flip(np.zeros((2, 3)), 0)))
held(lambda: tf.constant(np.roll(np.zeros((2, 3)), 1)))
held(lambda: tf.constant(np.zeros((4, 5))[1]))
held(lambda: tf.constant(np.zeros((4, 5))[1:3]))
held(lambda: tf.constant(np.zeros((4, 5))[:, 2]))
held(lambda: tf.constant(np.zeros((4, 5))[:, 1:-1]))
held(lambda: tf.constant(np.zeros((4, 5))[::2, ::-1]))
held(lambda: tf.constant(np.zeros((4, 5))[..., 0]))
held(lambda: tf.constant(np.zeros((4, 5))[None]))
held(lambda: tf.constant(np.zeros((4, 5))[:, None, :]))
held(lambda: tf.constant(np.zeros((4, 5))[[0, 1, 1]]))
held(lambda: tf.constant(np.zeros((4, 5))[np.array([0, 2])]))
held(lambda: tf.constant(np.zeros((4, 5))[1, 2]))
held(lambda: tf.constant(np.zeros((4, 5, 6))[0, ..., -1]))
held(lambda: tf.constant(np.zeros((2, 3)).astype(np.int32)))
held(lambda: tf.constant(np.zeros((2, 3)).astype("float32")))
held(lambda: tf.constant(np.zeros((2, 3)).astype(float)))
held(lambda: tf.constant(np.zeros((2, 3)).copy()))
held(lambda: tf.constant(np.copy(np.zeros((2, 3)))))
held(lambda: tf.constant(np.zeros(3).tolist()))
held(lambda: tf.constant(np.zeros((2, 1)).item(0)))
held(lambda: tf.zeros(np.zeros((2, 3)).shape))
held(lambda: tf.zeros([np.zeros((2, 3)).size, np.zeros((2, 3)).ndim]))
held(lambda: tf.zeros([len(np.zeros((5, 2))), 2]))
held(lambda: tf.zeros(np.shape([[1, 2], [3, 4]])))
held(lambda: tf.zeros([np.size(np.zeros((2, 3)))]))
held(lambda: tf.zeros([np.ndim(np.zeros((2, 3)))]))
