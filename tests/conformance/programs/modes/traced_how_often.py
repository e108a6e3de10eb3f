# A function is traced once for each signature: shapes, dtypes, numbers, names and objects.
# tensorflow: 2.21
import tensorflow as tf

traces = []


@tf.function
def plain(x, n=1, **more):
    traces.append(n)
    return x * 2.0


@tf.function(input_signature=[tf.TensorSpec([None, 2], tf.float32)])
def signed(x):
    traces.append("s")
    return x


class Held:
    def __init__(self, size):
        self.size = size

    @tf.function
    def method(self, x):
        traces.append(self.size)
        return x


def told(name):
    text = "_".join(map(str, traces))
    tf.Variable(0.0, name="%s_%d_%s" % (name, len(traces), text))
    del traces[:]


plain(tf.zeros([2]))
plain(tf.zeros([2]))
told("same")
plain(tf.zeros([2]), 2)
plain(tf.zeros([2]), n=2)
told("number")
plain(tf.zeros([3]))
told("shape")
plain(tf.ones([2]))
told("value")
plain(tf.zeros([2]), n="a")
plain(tf.zeros([2]), n="a")
plain(tf.zeros([2]), n="b")
told("text")
plain(tf.zeros([2]), a=1)
plain(tf.zeros([2]), b=1)
plain(tf.zeros([2]), a=1)
told("keyword")
signed(tf.zeros([1, 2]))
signed(tf.zeros([5, 2]))
told("signed")
one, other = Held(1), Held(2)
one.method(tf.zeros([2]))
one.method(tf.zeros([2]))
other.method(tf.zeros([2]))
told("method")
