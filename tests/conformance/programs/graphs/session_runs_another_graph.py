# A session is fed and fetches what is of its own graph; what was built before a reset is not.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def refused(run):
    try:
        run()
    except (TypeError, ValueError):
        return tf.get_variable("refused_%d" % len(tf.global_variables()), [2])
    return tf.get_variable("taken_%d" % len(tf.global_variables()), [2])


x = tf.placeholder(tf.float32, [None, 2], name="x")
y = tf.multiply(x, 2.0, name="y")
old = tf.Session()
tf.reset_default_graph()
z = tf.constant(1.0, name="z")
new = tf.Session()
refused(lambda: new.run(y))
refused(lambda: new.run([z, y]))
refused(lambda: old.run(y, {x: [[1.0, 2.0]]}))
refused(lambda: old.run(z))
refused(lambda: new.run({"a": z}))
with tf.Graph().as_default() as other:
    v = tf.get_variable("v", [2])
    inner = tf.Session()
refused(lambda: inner.run(v.initializer))
refused(lambda: new.run(v))
refused(lambda: tf.Session(graph=other).run(v.initializer))
refused(lambda: tf.Session(graph=other).run(z))
new.run(z, feed_dict={x: [[1.0, 2.0]]})
