# Attributes that a tf.Module leaves out of its variables, and the order that it is asked for.
import itertools

import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


class Frozen(tf.Module):
    _TF_MODULE_IGNORED_PROPERTIES = frozenset(
        itertools.chain(("teacher", "cache"), tf.Module._TF_MODULE_IGNORED_PROPERTIES)
    )

    def __init__(self):
        super(Frozen, self).__init__()
        self.teacher = Inner()
        self.cache = [tf.Variable(0.0, name="cache")]
        self.weight = tf.Variable(1.0, name="weight")
        self.below = Inner()


class Inner(tf.Module):
    def __init__(self):
        super(Inner, self).__init__()
        self.a, self.b = tf.Variable(0.0, name="a"), tf.Variable(0.0, name="b")

    @property
    def turned(self):
        order = {"a": 1, "b": 0}
        return self._flatten(
            predicate=lambda one: isinstance(one, tf.Variable),
            attribute_traversal_key=lambda key: (order.get(key, 2), key),
        )


frozen = Frozen()
for number, one in enumerate((*frozen.variables, *frozen.below.turned, *frozen.submodules)):
    tf.get_variable("n%d_%s" % (number, one.name.split(":")[0].replace("/", "_")), [])
