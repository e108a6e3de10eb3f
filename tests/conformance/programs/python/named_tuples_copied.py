# Classes that inherit named tuples: their fields, their copies, what a check of their class says.
import collections

import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


class Model(collections.namedtuple("Model", ("network", "scope", "size"))):
    """Three fields."""

    def build(self):
        with tf.variable_scope(self.scope):
            return self.network(self.size)


class More(collections.namedtuple("More", Model._fields + ("other",))):
    """One field more."""

    __slots__ = ()


def network(size):
    return tf.get_variable("w", [size])


def built(model):
    if isinstance(model, Model):
        return model._replace(scope=model.scope + "_copy", size=5)
    if isinstance(model, More):
        return model._replace(other=network(model.size))
    return tf.get_variable("neither", [1])


first = Model(network, "first", 3)
first.build()
copy = built(first)
copy.build()
built(copy).build()
more = built(More(network, "more", 4, None))
tf.get_variable("of_%s" % type(more).__name__, more.other.shape)
made = Model._make([network, "made", 6])
made.build()
tf.get_variable("fields", [len(More._fields), len(Model._fields)])
tf.get_variable("is_model", [2 if isinstance(copy, Model) else 3])
tf.get_variable("_".join(made._asdict()), [len(made)])
