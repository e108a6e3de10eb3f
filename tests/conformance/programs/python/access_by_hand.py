# Attributes asked for, set and deleted by the methods that do it.
import argparse

import tensorflow.compat.v1 as tf
tf.disable_v2_behavior()


class A(object):
    x = 3
    def __init__(self): self.y = 4
a = A()
ns = argparse.Namespace(z=5)
for o, n in ((a, "x"), (a, "y"), (ns, "z")):
    tf.get_variable(n, [o.__getattribute__(n)])
    o.__setattr__(n + "2", 7)
    tf.get_variable(n + "2", [getattr(o, n + "2")])
ns.__delattr__("z2")
tf.get_variable("has%s" % hasattr(ns, "z2"), [1])
a.__setattr__("k", 1)
tf.get_variable("k%d" % a.k, [1])
tf.get_variable("s%d" % object.__getattribute__(a, "y"), [1])
object.__setattr__(a, "y", 9)
tf.get_variable("t%d" % a.y, [1])
tf.get_variable("u%d" % len(a.__dict__), [1])
tf.get_variable("n%s" % a.__class__.__name__, [1])
