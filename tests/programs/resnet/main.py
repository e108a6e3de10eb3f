"""A residual network whose layers all keep their default names."""
import numpy as np
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

_BATCH_NORM_DECAY = 0.997
_BATCH_NORM_EPSILON = 1e-5


def batch_norm(inputs, training, data_format):
    return tf.layers.batch_normalization(
        inputs=inputs, axis=1 if data_format == "channels_first" else 3,
        momentum=_BATCH_NORM_DECAY, epsilon=_BATCH_NORM_EPSILON, center=True,
        scale=True, training=training, fused=True)


def fixed_padding(inputs, kernel_size, data_format):
    pad_total = kernel_size - 1
    pad_beg = pad_total // 2
    pad_end = pad_total - pad_beg
    if data_format == "channels_first":
        return tf.pad(inputs, [[0, 0], [0, 0], [pad_beg, pad_end], [pad_beg, pad_end]])
    return tf.pad(tensor=inputs, paddings=[[0, 0], [pad_beg, pad_end], [pad_beg, pad_end], [0, 0]])


def conv2d_fixed_padding(inputs, filters, kernel_size, strides, data_format):
    if strides > 1:
        inputs = fixed_padding(inputs, kernel_size, data_format)
    return tf.layers.conv2d(
        inputs=inputs, filters=filters, kernel_size=kernel_size, strides=strides,
        padding=("SAME" if strides == 1 else "VALID"), use_bias=False,
        kernel_initializer=tf.variance_scaling_initializer(), data_format=data_format)


def _building_block_v1(inputs, filters, training, projection_shortcut, strides, data_format):
    shortcut = inputs
    if projection_shortcut is not None:
        shortcut = projection_shortcut(inputs)
        shortcut = batch_norm(inputs=shortcut, training=training, data_format=data_format)
    inputs = conv2d_fixed_padding(inputs, filters, 3, strides, data_format)
    inputs = tf.nn.relu(batch_norm(inputs, training, data_format))
    inputs = conv2d_fixed_padding(inputs, filters, 3, 1, data_format)
    inputs = batch_norm(inputs, training, data_format)
    inputs += shortcut
    return tf.nn.relu(inputs)


def block_layer(inputs, filters, bottleneck, block_fn, blocks, strides, training, name, data_format):
    filters_out = filters * 4 if bottleneck else filters

    def projection_shortcut(inputs):
        return conv2d_fixed_padding(inputs=inputs, filters=filters_out, kernel_size=1, strides=strides, data_format=data_format)

    inputs = block_fn(inputs, filters, training, projection_shortcut, strides, data_format)
    for _ in range(1, blocks):
        inputs = block_fn(inputs, filters, training, None, 1, data_format)
    return tf.identity(inputs, name)


class Model(object):
    """A ResNet for small images."""

    def __init__(self, resnet_size, num_classes, num_filters, block_strides, data_format=None, dtype=tf.float32):
        self.resnet_size = resnet_size
        if not data_format:
            data_format = "channels_first" if tf.test.is_built_with_cuda() else "channels_last"
        self.data_format = "channels_last" if data_format != "channels_last" else data_format
        num_blocks = (resnet_size - 2) // 6
        self.block_sizes = [num_blocks] * 3
        self.num_classes, self.num_filters, self.block_strides = num_classes, num_filters, block_strides
        self.dtype = dtype

    def _custom_dtype_getter(self, getter, name, shape=None, dtype=tf.float32, *args, **kwargs):
        if dtype in (tf.float16,):
            var = getter(name, shape, tf.float32, *args, **kwargs)
            return tf.cast(var, dtype=dtype, name=name + "_cast")
        return getter(name, shape, dtype, *args, **kwargs)

    def _model_variable_scope(self):
        return tf.variable_scope("resnet_model", custom_getter=self._custom_dtype_getter)

    def __call__(self, inputs, training):
        with self._model_variable_scope():
            inputs = conv2d_fixed_padding(inputs=inputs, filters=self.num_filters, kernel_size=3, strides=1, data_format=self.data_format)
            inputs = tf.identity(inputs, "initial_conv")
            inputs = tf.nn.relu(batch_norm(inputs, training, self.data_format))
            for i, num_blocks in enumerate(self.block_sizes):
                num_filters = self.num_filters * (2 ** i)
                inputs = block_layer(
                    inputs=inputs, filters=num_filters, bottleneck=False, block_fn=_building_block_v1,
                    blocks=num_blocks, strides=self.block_strides[i], training=training,
                    name="block_layer{}".format(i + 1), data_format=self.data_format)
            axes = [2, 3] if self.data_format == "channels_first" else [1, 2]
            inputs = tf.reduce_mean(inputs, axes, keepdims=True)
            inputs = tf.squeeze(tf.identity(inputs, "final_reduce_mean"), axes)
            return tf.identity(tf.layers.dense(inputs=inputs, units=self.num_classes), "final_dense")


def resnet_model_fn(features, labels, training):
    model = Model(14, num_classes=10, num_filters=4, block_strides=[1, 2, 2])
    logits = tf.cast(model(features, training), tf.float32)
    cross_entropy = tf.losses.sparse_softmax_cross_entropy(logits=logits, labels=labels)
    l2_loss = 2e-4 * tf.add_n([
        tf.nn.l2_loss(tf.cast(v, tf.float32)) for v in tf.trainable_variables() if "batch_normalization" not in v.name])
    global_step = tf.train.get_or_create_global_step()
    boundaries = [int(100 * epoch) for epoch in [91, 136, 182]]
    vals = [0.1 * decay for decay in [1, 0.1, 0.01, 0.001]]
    learning_rate = tf.train.piecewise_constant(tf.cast(global_step, tf.int32), boundaries, vals)
    optimizer = tf.train.MomentumOptimizer(learning_rate=learning_rate, momentum=0.9)
    minimize_op = optimizer.minimize(cross_entropy + l2_loss, global_step)
    update_ops = tf.get_collection(tf.GraphKeys.UPDATE_OPS)
    train_op = tf.group(minimize_op, update_ops)
    accuracy = tf.metrics.accuracy(labels, tf.argmax(logits, axis=1))
    return train_op, accuracy


if __name__ == "__main__":
    images = tf.random_uniform([2, 16, 16, 3])
    train_op, (accuracy, update) = resnet_model_fn(images, tf.constant([1, 2], tf.int64), True)
    with tf.Session() as sess:
        sess.run([tf.global_variables_initializer(), tf.local_variables_initializer()])
        sess.run([train_op, update])
        print(np.round(sess.run(accuracy), 2))
