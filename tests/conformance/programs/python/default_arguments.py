# Defaults are evaluated once when the function is defined, so a list default remembers earlier calls.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
counter = 10


def make(label=str(counter), seen=[]):
    seen.append(label)
    return tf.get_variable("v_%s_%d" % (label, len(seen)), [len(seen)])


counter = 99
make()
make("x")
make()
make("y", [])
make("z", seen=["one", "two"])
