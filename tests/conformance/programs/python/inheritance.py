# Template method: the base class builds in a fixed order, and subclasses override and call super() with and without arguments.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


class Base(object):
    scope = "base"

    def __init__(self, x, **options):
        self.options = options
        with tf.variable_scope(self.scope):
            self.output = self.head(self.body(x))

    def body(self, x):
        return tf.layers.dense(x, self.options.get("units", 4), name="body")

    def head(self, x):
        return tf.layers.dense(x, 1, name="head")


class Deep(Base):
    scope = "deep"

    def body(self, x):
        x = super(Deep, self).body(x)
        return tf.layers.dense(x, 3, name="body2")


class Deeper(Deep):
    def __init__(self, x):
        self.scope = "%ser" % Deep.scope
        super().__init__(x, units=6)

    def body(self, x):
        return tf.layers.dense(super().body(x), 2, name="body3")


for cls in (Base, Deep, Deeper):
    cls(tf.zeros([2, 5]))
assert issubclass(Deeper, Base) and Deeper.__mro__[1] is Deep
