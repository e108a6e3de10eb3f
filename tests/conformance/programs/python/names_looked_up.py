# Names that are looked up and set in globals(), and what eval makes of a name.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
if "sess" in globals():
    sess.close()  # noqa: F821
globals()["n"] = 4
tf.get_variable("a", [n])  # noqa: F821
globals().update(k=5)
tf.get_variable("b", [k])  # noqa: F821
tf.get_variable("c%s" % ("n" in globals()), [1])


def small(size):
    return tf.get_variable("small", [size])


def inside():
    global z
    z = 6
    own = 7
    tf.get_variable("d%d" % globals()["z"], [eval("own")])
    return eval("z")


tf.get_variable("e", [inside()])
globals()["small"](eval("n"))
eval("tf.get_variable")("f", [eval("[2, 3]")[1]])
tf.get_variable("g%s" % eval("small").__name__, [1])
small(1)
