# Initializers and activations by name, dimensions that fit and not, arguments that are missing.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
asked = []


def told(make):
    try:
        value = str(make())
    except Exception as error:
        value = type(error).__name__
    shown = "".join(c if c.isalnum() and c < "~" or c in ".-" else "_" for c in value)
    asked.append(shown)
    tf.get_variable("%d.%s" % (len(asked), shown), [1])


def P(*given):
    return tf.placeholder(tf.float32, given)


def what(make, length=60):
    with tf.Graph().as_default():
        try:
            make()
        except Exception as error:
            return "%s: %s" % (type(error).__name__, str(error).split("\n")[0][:length])
        return len(tf.global_variables()) * 10 + len(tf.trainable_variables())


def one(a, b, c=3):
    return a


def keys(a, *, size, width, depth=3):
    return a


def none():
    return 0


told(lambda: what(lambda: tf.layers.dense(P(2, 3), 3, kernel_initializer="ones")))
told(
    lambda: what(
        lambda: tf.layers.dense(
            P(2, 3), 3, kernel_initializer="glorot_normal", bias_initializer="zeros"
        )
    )
)
told(lambda: what(lambda: tf.layers.conv2d(P(1, 8, 8, 3), 3, 3, kernel_initializer="he_normal")))
told(
    lambda: what(
        lambda: tf.layers.batch_normalization(
            P(2, 3), gamma_initializer="ones", moving_mean_initializer="zeros"
        )
    )
)
told(lambda: what(lambda: tf.layers.dense(P(2, 3), 3, activation="relu")))
told(lambda: what(lambda: tf.layers.dense(P(2, 3), 3, activation="no such"), 30))
told(lambda: what(lambda: tf.layers.Dense(3, activation="no such"), 30))
told(lambda: what(lambda: tf.layers.dense(P(3), 3), 40))
told(lambda: what(lambda: tf.layers.dense(P(2, 3), 3, bias_initializer=tf.zeros_initializer)))
told(
    lambda: what(
        lambda: tf.layers.dense(
            P(2, 3), 3, kernel_initializer=lambda shape, dtype=None, **k: tf.ones(shape, dtype)
        )
    )
)
told(lambda: what(lambda: one(1)))
told(lambda: what(lambda: one()))
told(lambda: what(lambda: one(1, 2, 3, 4)))
told(lambda: what(lambda: one(1, 2, d=4)))
told(lambda: what(lambda: one(1, 2, a=4)))
told(lambda: what(lambda: one(b=2)))
told(lambda: what(lambda: none(1)))
told(lambda: what(lambda: none(1, 2)))
told(lambda: what(lambda: keys(1)))
told(lambda: what(lambda: keys(1, size=2)))
told(lambda: what(lambda: keys(1, 2, size=2)))
told(lambda: what(lambda: keys(1, height=2)))
told(lambda: what(lambda: keys(size=1, width=2)))
told(lambda: what(lambda: keys(1, size=1, width=2)))
