# issubclass of classes of the program, of builtin ones and of tuples of them.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


class Base(object):
    pass


class Derived(Base):
    pass


for number, (one, kind) in enumerate(
    [(Derived, Base), (Base, Derived), (Derived, object), (bool, int), (Base, (int, Base))]
):
    if issubclass(one, kind):
        tf.get_variable("derived_%d" % number, [2])
try:
    issubclass(3, Base)
except TypeError:
    tf.get_variable("no_class", [2])
