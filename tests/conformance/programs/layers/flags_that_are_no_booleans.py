# Flags that aren't True or False, names that are empty, initializers by their names.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
x = tf.ones([2, 4])
images = tf.ones([2, 8, 8, 3])
sequence = tf.ones([2, 3, 4])
with tf.variable_scope("top"):
    tf.layers.dense(x, 4, use_bias=None)
    tf.layers.conv2d(images, 4, 3, use_bias=0, name="")
    tf.layers.separable_conv2d(images, 4, 3, use_bias="yes")
    tf.layers.batch_normalization(images, center=None, scale=0, renorm=1)
    tf.layers.BatchNormalization(scale=None, name="")(images)
    for cell in (
        tf.nn.rnn_cell.GRUCell(4, kernel_initializer="zeros", bias_initializer="ones"),
        tf.nn.rnn_cell.LSTMCell(4, initializer="zeros", name=""),
    ):
        cell(x, cell.zero_state(2, tf.float32))
    tf.get_variable("loose", [2, 3], validate_shape=None)
    tf.metrics.auc(x > 0, x, curve="PR", summation_method="careful_interpolation")
    tf.metrics.auc(x > 0, x, thresholds=[0.25, 0.5, 0.75], name="few")
    tf.metrics.auc(x > 0, x, num_thresholds=1, name="one")
