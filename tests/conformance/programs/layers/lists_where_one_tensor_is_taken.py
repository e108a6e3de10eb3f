# A layer takes one tensor: a list of some is refused, by dropout alone it is made one.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def kind_of_error(layer, inputs):
    try:
        return "_".join(str(size) for size in layer(inputs).get_shape().as_list())
    except (AttributeError, TypeError, ValueError) as error:
        return type(error).__name__


image = tf.placeholder(tf.float32, [2, 8, 8, 3])
layers = [
    lambda x: tf.layers.dense(x, 3),
    tf.layers.flatten,
    lambda x: tf.layers.conv2d(x, 3, 3),
    lambda x: tf.layers.conv2d_transpose(x, 3, 3),
    lambda x: tf.layers.separable_conv2d(x, 3, 3),
    lambda x: tf.layers.max_pooling2d(x, 2, 2),
    tf.layers.batch_normalization,
    lambda x: tf.layers.dropout(x, training=True),
]
for place, layer in enumerate(layers):
    for inputs in ([image], (image, image)):
        tf.get_variable("%d_%d_%s" % (place, len(inputs), kind_of_error(layer, inputs)), [1])
tf.layers.flatten(tf.split(image, 4, axis=1))
