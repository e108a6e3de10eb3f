# Virtual batches keep a weight for each axis of the input and one more.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
x = tf.placeholder(tf.float32, [6, 4, 3])
tf.layers.batch_normalization(x, virtual_batch_size=2)
tf.layers.batch_normalization(x, virtual_batch_size=6, axis=1, scale=False)
tf.layers.batch_normalization(x, virtual_batch_size=3, axis=[1, 2], training=True)
tf.layers.BatchNormalization(virtual_batch_size=2)(tf.placeholder(tf.float32, [None, 5]))
tf.layers.batch_normalization(x, virtual_batch_size=None)


def attempt(name, **given):
    try:
        tf.layers.batch_normalization(x, name=name, **given)
    except ValueError as error:
        tf.get_variable(name + "_" + str(error).split(" ")[0].strip("`"), [1])


attempt("twice", axis=[1, 2, 1])
attempt("counted_back", axis=[2, -1])
attempt("none", virtual_batch_size=0)
attempt("over_batches", axis=[0], virtual_batch_size=2)
tf.layers.batch_normalization(x, axis=[2, -1])
