# What stands second in name_scope is a default name: a list, a tensor or a number is refused.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
x = tf.placeholder(tf.float32, [2])
number = 0


def tried(*args, **kwargs):
    global number
    number += 1
    try:
        with tf.name_scope(*args, **kwargs):
            tf.Variable([number], name="made")
    except TypeError as error:
        tf.Variable([0] * len(str(error)), name="refused%d" % number)


tried("a", [x])
tried("b", 3)
tried("c", (x,))
tried(None, [x])
tried("d", default_name=["d"], values=[x])
tried(None, 5)
tried("e", b"e")
tried("f", {})
tried("g", None, [x])
tried("h", "other", [x])
tried(None, "other", [x])
tried("i", values=[x])
with tf.variable_scope("j", [x]):
    tf.get_variable("made", [2])
with tf.name_scope("k", x):
    tf.Variable([1])
