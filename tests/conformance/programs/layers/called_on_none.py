# A layer or an operation that is called on None raises, and makes nothing.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
x = tf.placeholder(tf.float32, [2, 8, 8, 3])


def measured(value, kind):
    if kind == "noise":
        return value + tf.random_normal([2, 8, 8, 3])
    elif kind == "blur":
        return value * 0.5


def attempt(name, build):
    try:
        build(measured(x, "other"))
        told = "made"
    except (AttributeError, TypeError):
        told = "no_tensor"
    except ValueError:
        told = "no_value"
    tf.get_variable(name + "_" + told, [1])


attempt("dense", lambda y: tf.layers.dense(y, 4))
attempt("dense_object", lambda y: tf.layers.Dense(4)(y))
attempt("convolution", lambda y: tf.layers.conv2d(y, 4, 3))
attempt("deconvolution", lambda y: tf.layers.conv2d_transpose(y, 4, 3))
attempt("flatten", lambda y: tf.layers.flatten(y))
attempt("pool", lambda y: tf.layers.max_pooling2d(y, 2, 2))
attempt("dropout", lambda y: tf.layers.dropout(y))
attempt("normalized", lambda y: tf.layers.batch_normalization(y))
attempt("leaky", lambda y: tf.nn.leaky_relu(y))
attempt("sigmoid", lambda y: tf.nn.sigmoid(y))
attempt("window", lambda y: tf.nn.max_pool(y, [1, 2, 2, 1], [1, 2, 2, 1], "SAME"))
attempt("resized", lambda y: tf.image.resize_nearest_neighbor(y, [4, 4]))
attempt("squeezed", lambda y: tf.squeeze(y))
attempt("expanded", lambda y: tf.expand_dims(y, 0))
attempt("softmax", lambda y: tf.nn.softmax(y))
attempt("ones", lambda y: tf.ones_like(y))
attempt("absolute", lambda y: tf.abs(y))
attempt("length", lambda y: tf.nn.l2_normalize(y, 0))
attempt("largest", lambda y: tf.argmax(y, 1))
attempt("equal", lambda y: tf.equal(y, 1))
attempt("sizes", lambda y: tf.shape(y))
tf.layers.dense(measured(x, "noise"), 4)
tf.layers.conv2d(measured(x, "blur"), 4, 3)
