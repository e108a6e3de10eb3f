# None where an operation needs a tensor, or among the sizes it needs.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def refused(name, make):
    try:
        make()
    except (TypeError, ValueError) as error:
        tf.get_variable(name + "_" + type(error).__name__, [1])
    else:
        tf.get_variable(name, [1])


x = tf.placeholder(tf.float32, [None, 3])
i = tf.placeholder(tf.int32, [None])
n = None
refused("one_hot", lambda: tf.one_hot(i, n))
refused("reshape", lambda: tf.reshape(x, (-1, n, 1)))
refused("reshape_n", lambda: tf.reshape(x, n))
refused("add", lambda: tf.shape(x) + [0, n])
refused("add_n", lambda: x + n)
refused("mul_n", lambda: x * n)
refused("zeros", lambda: tf.zeros([n, 3]))
refused("zeros_n", lambda: tf.zeros(n))
refused("ones", lambda: tf.ones([n, 3]))
refused("fill", lambda: tf.fill([n, 3], 0.0))
refused("tile", lambda: tf.tile(x, [n, 1]))
refused("concat", lambda: tf.concat([x, n], 1))
refused("stack", lambda: tf.stack([x, n]))
refused("random_normal", lambda: tf.random_normal([n, 3]))
refused("random_uniform", lambda: tf.random_uniform((n, 3)))
refused("truncated", lambda: tf.truncated_normal([3, n]))
refused("constant", lambda: tf.constant(n))
refused("convert", lambda: tf.convert_to_tensor([1, n]))
refused("matmul", lambda: tf.matmul(x, n))
refused("range", lambda: tf.range(n))
refused("gather", lambda: tf.gather(x, n))
refused("slice", lambda: tf.slice(x, [0, 0], [n, 1]))
refused("split", lambda: tf.split(x, n, 1))
refused("pad", lambda: tf.pad(x, [[0, n], [0, 0]]))
refused("embedding", lambda: tf.nn.embedding_lookup(x, n))
refused("reduce", lambda: tf.reduce_sum(x, n))
refused("argmax", lambda: tf.argmax(x, n))
refused("mean_n", lambda: tf.reduce_mean(n))
refused("relu", lambda: tf.nn.relu(n))
refused("square", lambda: tf.square(n))
refused("cast", lambda: tf.cast(n, tf.float32))
refused("identity", lambda: tf.identity(n))
refused("broadcast", lambda: tf.broadcast_to(x, [n, 3]))
refused("clip", lambda: tf.clip_by_value(x, n, 1.0))
refused("maximum", lambda: tf.maximum(x, n))
refused("pow", lambda: tf.pow(x, n))
refused("squared", lambda: tf.losses.mean_squared_error(n, x))
refused("conv", lambda: tf.nn.conv2d(tf.ones([1, 4, 4, 1]), n, [1, 1, 1, 1], "SAME"))
refused("bias", lambda: tf.nn.bias_add(x, n))
refused("linspace", lambda: tf.linspace(0.0, n, 3))
refused("floordiv", lambda: i // n)
refused("greater", lambda: x > n)
refused("own_default", lambda size=None: tf.zeros([size, 2]))
refused("by_name", lambda: tf.reshape(tensor=x, shape=[-1, n]))
refused("paired", lambda: tf.concat(values=[x, x], axis=1))
refused("kept", lambda: tf.reshape(x, [-1, 3]))
