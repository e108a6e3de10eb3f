# An object that says nothing of itself is shown in <>, which no scope's name can hold.
import collections

import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


class Plain(object):
    pass


class Told(Plain):
    def __repr__(self):
        return "told"


class Pair(collections.namedtuple("Pair", "a b")):
    pass


class Oops(ValueError):
    pass


for at, one in enumerate([Told(), Pair(1, 2), Oops("x"), Plain()]):
    tf.get_variable("v%d_%s" % (at, str(one).startswith("<")), [1])
plain = Plain()
tf.get_variable("itself_%s" % (str(plain) == "{}".format(plain)), [1])

with tf.variable_scope("a") as scope:
    tf.get_variable("w", [1])
tf.get_variable("scope_%s" % (str(scope) == "%s" % scope), [1])

for inside in ("%s_inner" % plain, "b/%s" % scope, "%s" % scope):
    try:
        with tf.variable_scope("outer"):
            with tf.variable_scope(inside):
                tf.get_variable("w", [1])
    except ValueError:
        tf.Variable([1.0], name="refused")

with tf.variable_scope("%s_policy" % scope):
    tf.get_variable("w", [2])
