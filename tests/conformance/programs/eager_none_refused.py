# None among sizes is another error where operations run at once, and in a traced function not.
# tensorflow: 2.21
import tensorflow as tf

x = tf.ones([4, 3])
told = []


def refused(name, make):
    try:
        make()
    except (TypeError, ValueError) as error:
        told.append(name + "_" + type(error).__name__)


refused("reshape", lambda: tf.reshape(x, [None, 3]))
refused("zeros", lambda: tf.zeros([None, 3]))
refused("add", lambda: x + None)
refused("tile", lambda: tf.tile(x, [None, 1]))
refused("sum", lambda: tf.reduce_sum(None))


@tf.function
def traced():
    refused("traced_reshape", lambda: tf.reshape(x, [None, 3]))
    refused("traced_add", lambda: tf.ones([3]) + None)


traced()
with tf.Graph().as_default():
    for name in told:
        tf.compat.v1.get_variable(name, [1])
