# More of Keras's backend: epsilon, what keeps a shape, what repeats; batch_flatten's open size.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
K = tf.keras.backend
x = tf.placeholder(tf.float32, [None, 4, 4, 6])
m = tf.placeholder(tf.float32, [None, 6])


def shown(name, y):
    sizes = "_".join(str(one) for one in y.shape.as_list())
    reached = any(one is not None for one in tf.gradients(y, [x, m]))
    tf.get_variable("{}_{}_{}".format(name, sizes, "reached" if reached else "apart"), [1])


shown("epsilon", K.sqrt(K.mean(K.square(x), axis=-1, keepdims=True) + K.epsilon()))
shown("cumsum", K.cumsum(x, 1))
shown("normalized", K.l2_normalize(x, axis=-1))
shown("dropout", K.dropout(x, 0.5))
shown("reverse", K.reverse(x, 1))
shown("crossentropy", K.binary_crossentropy(x, x))
shown("repeat", K.repeat(m, 3))
shown("resized", K.resize_images(x, 2, 3, "channels_last"))
shown("resized_first", K.resize_images(x, 2, 3, "channels_first"))
shown("shape", K.shape(x))
shown("normal", K.random_normal([2, 3]))
shown("uniform", K.random_uniform((2, 3), 0.0, 2.0))
shown("truncated", K.truncated_normal((2, 3)))
shown("flat", K.batch_flatten(x))
shown("flat_known", K.batch_flatten(tf.ones([2, 3, 4])))
