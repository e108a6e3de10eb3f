# Conditional expressions, and/or defaults, is None and chained comparisons choose names and reuse.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def dense(x, units=None, name=None, reuse=None):
    units = 4 if units is None else units
    name = name or "default"
    scope = name if not name.isdigit() else "n" + name
    with tf.variable_scope(scope, reuse=True if reuse else None):
        return tf.layers.dense(
            x, units, name="wide" if units >= 4 else "thin" if units > 1 else "one"
        )


x = tf.zeros([2, 3])
dense(x)
dense(x, reuse=1)
dense(x, 0 or 2, "")
dense(x, 1, "7")
for n in range(6):
    if 1 < n <= 3 != 4 and not n == 2:
        tf.get_variable("chained%d" % n, [n and n - 1 or 9])
flag = None
tf.get_variable("%s_%s" % (flag is None, flag is not None and flag.missing), [1])
