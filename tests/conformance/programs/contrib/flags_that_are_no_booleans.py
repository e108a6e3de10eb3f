# tensorflow: 1.15
# Flags of contrib's layers and cells that aren't True or False; batch_norm with renorm.
import tensorflow as tf

layers = tf.contrib.layers
x = tf.ones([2, 4])
images = tf.ones([2, 8, 8, 3])
with tf.variable_scope("top"):
    layers.batch_norm(images, renorm=True)
    layers.batch_norm(images, center=None, scale=1, renorm=True, is_training=False)
    layers.layer_norm(images, center=None)
    layers.instance_norm(images, scale=0)
    layers.group_norm(images, 3, center=None)
    layers.convolution(images, 4, 3, conv_dims=2)
    for cell in (
        tf.contrib.rnn.LayerNormBasicLSTMCell(4, layer_norm=None),
        tf.contrib.rnn.HighwayWrapper(tf.nn.rnn_cell.GRUCell(4), couple_carry_transform_gates=None),
        tf.contrib.rnn.IndyGRUCell(4, kernel_initializer="zeros"),
    ):
        cell(x, cell.zero_state(2, tf.float32))
    layers.layer_norm(images, epsilon=0.1)
