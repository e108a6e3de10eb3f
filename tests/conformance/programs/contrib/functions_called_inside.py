# tensorflow: 1.15
# Functions of the program that contrib's layers and sequence models call.
import tensorflow as tf

count = []


def probe(y, *args, **kwargs):
    count.append(0)
    shift = tf.get_variable("asked_%d" % len(count), [])
    tf.Variable(0.0, name="plain_%d" % len(count))
    return y + shift


def loss(weight):
    return tf.nn.l2_loss(probe(weight))


def cross_entropy(labels, logits):
    return tf.reduce_sum(probe(logits), -1)


def model(encoder_inputs, decoder_inputs):
    with tf.variable_scope("model"):
        return [tf.get_variable("w", []) + tf.Variable(0.0) + one for one in decoder_inputs], None


x = tf.ones([2, 4])
images = tf.ones([2, 8, 8, 3])
flag = tf.placeholder(tf.bool, [])
labels = tf.zeros([2], tf.int32)
slim = tf.contrib.slim
with tf.variable_scope("s"):
    slim.fully_connected(x, 4, weights_regularizer=loss, biases_regularizer=loss)
    slim.conv2d(images, 4, 3, weights_regularizer=loss, normalizer_fn=probe, scope="c")
    slim.separable_conv2d(images, 4, 3, 1, weights_regularizer=loss, biases_regularizer=loss)
    slim.separable_conv2d(images, None, 3, 1, weights_regularizer=loss, biases_regularizer=loss)
    tf.contrib.layers.conv2d_in_plane(images, 3, weights_regularizer=loss)
    pairs = [(tf.constant(False), lambda: probe(x)), (flag, lambda: probe(x))]
    tf.contrib.framework.smart_case(pairs, default=lambda: x)
    legacy = tf.contrib.legacy_seq2seq
    legacy.sequence_loss([x], [labels], [tf.ones([2])], softmax_loss_function=cross_entropy)
    ones = [tf.ones([2])] * 2
    buckets = [(1, 1), (2, 2)]
    legacy.model_with_buckets([x, x], [x, x], [labels] * 2, ones, buckets, model)
    tf.contrib.seq2seq.sequence_loss(
        tf.ones([2, 3, 4]),
        tf.zeros([2, 3], tf.int32),
        tf.ones([2, 3]),
        False,
        False,
        softmax_loss_function=cross_entropy,
    )
for one in tf.get_collection(tf.GraphKeys.REGULARIZATION_LOSSES):
    tf.Variable(0.0, name="of_" + one.op.name.replace("/", "."))
tf.contrib.layers.recompute_grad(probe)(x)
