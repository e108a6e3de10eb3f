# else runs when nothing was raised and finally runs always; each leaves its mark in the store.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def attempt(name, label):
    with tf.variable_scope(label):
        try:
            tf.get_variable("/".join(["x", name]), [1])
            with tf.variable_scope(name, reuse=name == "b"):
                tf.get_variable("w", [1])
        except ValueError:
            tf.get_variable("failed", [1])
        else:
            tf.get_variable("succeeded", [1])
        finally:
            tf.get_variable("done", [1])


attempt("a", "first")
attempt("b", "second")
