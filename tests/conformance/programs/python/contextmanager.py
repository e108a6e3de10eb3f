# A generator used as a context manager opens two scopes and hands out the inner one.
import contextlib

import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


@contextlib.contextmanager
def section(name, reuse=None):
    with tf.name_scope("outer"), tf.variable_scope(name, reuse=reuse) as scope:
        tf.get_variable("begin", [1])
        yield scope
        tf.get_variable("end", [1])


with section("a") as scope:
    tf.get_variable("inside_" + scope.name, [1])
with section("a", reuse=True) as scope:
    scope.reuse_variables()
with section("b"):
    with section("c"):
        tf.get_variable("deep", [1])
