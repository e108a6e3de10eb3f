# batch_norm with reuse=True and no scope: reuse=True cannot be used without a name_or_scope.
# tensorflow: 1.15
import tensorflow as tf


def bn(x, reuse=None, name=None):
    return tf.contrib.layers.batch_norm(x, decay=0.9, scale=True, scope=name, reuse=reuse)


x = tf.zeros([2, 3])
bn(x, name="bn")
bn(x, reuse=True, name="bn")
bn(x, reuse=True)
