# Paddings in small letters, masks and noise of other shapes, sizes that are no pair.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def of(*sizes, dtype=tf.float32):
    return tf.placeholder(dtype, sizes)


w = tf.get_variable("w", [3, 3, 3, 8])
table = tf.get_variable("table", [3, 4])
image, row = of(2, 8, 8, 3), of(3, 4)
TRIED = [
    lambda: tf.nn.conv2d(image, w, [1, 1, 1, 1], "same"),
    lambda: tf.nn.conv2d(image, w, [1, 1, 1, 1], "SAME"),
    lambda: tf.nn.max_pool(image, [1, 2, 2, 1], [1, 2, 2, 1], "valid"),
    lambda: tf.boolean_mask(row, [True, False]),
    lambda: tf.boolean_mask(row, [True, False, True]),
    lambda: tf.boolean_mask(row, True),
    lambda: tf.boolean_mask(row, of(3, dtype=tf.bool), axis=1),
    lambda: tf.nn.embedding_lookup([], of(3, dtype=tf.int32)),
    lambda: tf.nn.embedding_lookup(table, of(3)),
    lambda: tf.nn.dropout(row, keep_prob=0.5, noise_shape=[3, 5]),
    lambda: tf.nn.dropout(row, keep_prob=0.5, noise_shape=[3, 1]),
    lambda: tf.image.resize_images(row, [2, 2]),
    lambda: tf.image.resize_images(image, 2),
    lambda: tf.image.resize_images(image, [2, 2]),
]
for number, build in enumerate(TRIED):
    try:
        build()
    except (ValueError, TypeError):
        tf.get_variable("refused_%d" % number, [1])
tf.nn.avg_pool(image, [1, 2, 2, 1], [1, 2, 2, 1], "same")
