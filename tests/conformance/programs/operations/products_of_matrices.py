# Products, decompositions and diagonals of matrices.
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


held(lambda: tf.matmul(P(2, 3), P(2, 4), True))
held(lambda: tf.matmul(P(3, 2), P(4, 2), transpose_b=True, name="p"))
held(lambda: tf.matmul(P(3, 2), P(2, 4), adjoint_b=False))
held(lambda: tf.matmul(P(None, 3, 2), P(None, 4, 2), adjoint_b=True))
held(lambda: tf.linalg.matmul(P(5, 1, 3, 2), P(7, 2, 4)))
held(lambda: tf.sparse_matmul(P(2, 3), P(3, 4)))
sized(lambda: tf.tensordot(P(2, 3, 4), P(3, 4, 5), 2))
sized(lambda: tf.tensordot(P(2, 3), P(4, 2), axes=(0, 1)))
held(lambda: tf.tensordot(P(2, 3), P(4, 5), axes=0))
sized(lambda: tf.einsum("ab,bc->ac", P(2, None), P(3, 4)))
sized(lambda: tf.einsum("abc,cd->abd", P(None, 3, 4), P(4, 5)))
sized(lambda: tf.einsum("ij->ji", P(2, 3)))
sized(lambda: tf.matrix_band_part(P(None, 4, 4), -1, 0))
held(lambda: tf.matrix_diag(P(None, 4)))
held(lambda: tf.matrix_diag_part(P(None, 4, 4)))
sized(lambda: tf.matrix_set_diag(P(None, 4, 4), P(None, 4)))
held(lambda: tf.matrix_inverse(P(None, 4, 4)))
held(lambda: tf.matrix_determinant(P(None, 4, 4)))
sized(lambda: tf.matrix_transpose(P(2, 3, 4)))
held(lambda: tf.cholesky(P(None, 4, 4)))
sized(lambda: tf.diag(P(3, 4)))
sized(lambda: tf.diag_part(P(3, 3)))
sized(lambda: tf.norm(P(3, 4), ord=1, axis=0))
sized(lambda: tf.norm(P(3, 4), keepdims=True))
held(lambda: tf.nn.l2_normalize(P(None, 4), axis=-1))
held(lambda: tf.nn.xw_plus_b(P(None, 3), P(3, 4), P(4), name="d"))
sized(lambda: tf.global_norm([P(3)]))
sized(lambda: tf.linalg.norm(P(None, 3), axis=1))
sized(lambda: tf.linalg.band_part(P(3, 3), 0, -1))
held(lambda: tf.linalg.diag(P(2, 3)))
sized(lambda: tf.linalg.eye(3))
held(lambda: tf.linalg.trace(P(5, 3, 3)))
held(lambda: tf.linalg.inv(P(3, 3)))
held(lambda: tf.linalg.det(P(3, 3)))
held(lambda: tf.linalg.cholesky(P(3, 3)))
held(lambda: tf.linalg.l2_normalize(P(3, 3), 0))
sized(lambda: tf.linalg.set_diag(P(3, 3), P(3)))
