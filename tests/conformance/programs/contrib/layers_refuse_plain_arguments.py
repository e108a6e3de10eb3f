# Layers of contrib refuse sizes, rates and regularizers that are none.
# tensorflow: 1.15
import tensorflow as tf

layers = tf.contrib.layers
inputs = tf.placeholder(tf.float32, [3, 4])
images = tf.placeholder(tf.float32, [2, 8, 8, 3])
ids = tf.placeholder(tf.int32, [2])
TRIED = [
    lambda: layers.fully_connected(inputs, 4.5),
    lambda: layers.fully_connected(inputs, None),
    lambda: layers.fully_connected(inputs, inputs.shape[1]),
    lambda: layers.fully_connected(inputs, inputs.shape[1].value),
    lambda: layers.fully_connected(inputs, 4, weights_regularizer=0.1),
    lambda: layers.conv2d(images, 4, 3, stride=2, rate=2),
    lambda: layers.separable_conv2d(images, 4, 3),
    lambda: layers.max_pool2d(inputs, 3),
    lambda: layers.flatten(tf.placeholder(tf.float32, [])),
    lambda: layers.dropout(inputs, keep_prob=2.0),
    lambda: layers.dropout(inputs, keep_prob=2.0, is_training=False),
    lambda: layers.embed_sequence(ids, vocab_size=4),
    lambda: layers.embed_sequence(ids, 4, 2),
    lambda: layers.stack(inputs, layers.fully_connected, 3),
    lambda: layers.stack(inputs, layers.fully_connected, [3]),
]
for number, build in enumerate(TRIED):
    try:
        build()
    except ValueError:
        tf.get_variable("refused_%d" % number, [1])
layers.max_pool2d(tf.placeholder(tf.float32, [2, 8, 8]), 3)
