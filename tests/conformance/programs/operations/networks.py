# Operations of networks.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def P(*sizes):
    return tf.placeholder(tf.float32, sizes)


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


sized(lambda: tf.nn.moments(P(None, 4), [0])[0])
sized(lambda: tf.nn.moments(P(None, 4, 4, 3), [1, 2], keep_dims=True)[0])
sized(lambda: tf.nn.dropout(P(None, 4), 0.5))
held(lambda: tf.nn.bias_add(P(None, None), P(4)))
held(lambda: tf.nn.bias_add(any_rank(), P(4)))
held(lambda: tf.nn.l2_normalize(P(None, 4), 1))
held(lambda: tf.nn.xw_plus_b(P(None, 8), P(8, 2), P(2)))
held(lambda: tf.nn.crelu(P(None, 4)))
held(lambda: tf.nn.relu(P(None, 4)))
held(lambda: tf.nn.relu6(P(None, 4)) + tf.nn.elu(P(None, 4)) + tf.nn.softplus(P(None, 4)))
held(lambda: tf.nn.leaky_relu(P(None, 4), alpha=0.2))
held(lambda: tf.nn.softmax(P(None, 4)) + tf.nn.log_softmax(P(None, 4)))
sized(lambda: tf.nn.dropout(P(None, 4), keep_prob=tf.placeholder(tf.float32)))
sized(lambda: tf.nn.dropout(P(None, 4), rate=0.3))
sized(lambda: tf.nn.moments(P(None, 8, 8, 3), [0, 1, 2])[1])
sized(lambda: tf.nn.batch_normalization(P(None, 8), P(8), P(8), P(8), P(8), 1e-3))
sized(lambda: tf.nn.batch_normalization(P(None, 8), P(8), P(8), None, None, 1e-3))
held(lambda: tf.nn.fused_batch_norm(P(None, 8, 8, 3), P(3), P(3))[0])
sized(lambda: tf.nn.fused_batch_norm(P(None, 8, 8, 3), P(3), P(3))[1])
held(lambda: tf.nn.bias_add(P(None, 8, 8, 3), P(3)))
held(lambda: tf.nn.bias_add(P(None, 3, 8, 8), P(3), data_format="NCHW"))
held(lambda: tf.nn.l2_normalize(P(None, 4), dim=1))
held(lambda: tf.nn.xw_plus_b(P(None, 3), P(3, 4), P(4)))
