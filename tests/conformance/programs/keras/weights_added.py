# Weights that layers of tf.layers and of Keras add, with all arguments, and what is refused.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
READ = tf.VariableSynchronization.ON_READ


def F(*given):
    return tf.placeholder(tf.float32, given)


def got(*args, **given):
    return tf.Variable(1.0, name="got")


ADDED = [
    lambda s: [s.add_variable("w", [2, 3]), s.add_weight("b", shape=(), initializer="zeros")],
    lambda s: s.add_weight("c", shape=[2], initializer=tf.ones_initializer(), trainable=False),
    lambda s: s.add_variable("d", [2], dtype=tf.int32, initializer="ones"),
    lambda s: s.add_weight("alone"),
    lambda s: [s.add_weight(shape=[3]), s.add_weight(shape=[3])],
    lambda s: s.add_weight("u", [2], initializer="uniform", regularizer=tf.nn.l2_loss),
    lambda s: s.add_weight("whole", [2], dtype="int32", initializer="zeros"),
    lambda s: s.add_weight("summed", [2], synchronization=READ),
    lambda s: s.add_weight("learned", [2], synchronization=READ, trainable=True),
    lambda s: s.add_weight("n", [2], initializer="nothing"),
    lambda s: [s.add_weight("i", [2], dtype="int32"), s.add_weight("t", [2], dtype="bool")],
    lambda s: s.add_weight("text", [2], dtype="string"),
    lambda s: s.add_weight("own", [2], getter=got),
    lambda s: s.add_weight("kept", [2], partitioner=None, use_resource=True),
    lambda s: s.add_weight("other", [2], foo=1),
    lambda s: [s.add_weight("size", 3), s.add_weight("r", [2], use_resource=True)],
    lambda s: s.add_weight("p", [4], partitioner=tf.fixed_size_partitioner(2)),
    lambda s: s.add_weight("e", [2], tf.float64, None, None, False),
]


def building(base, add):
    class Adding(base):
        def build(self, shape):
            self.made = add(self)

        def call(self, x):
            return x

    return Adding()(F(2, 2))


def starting(base, add):
    class Starting(base):
        def __init__(self):
            super().__init__()
            self.made = add(self)

        def call(self, x):
            return x

    return Starting()(F(2, 2))


def calling(base, add):
    class Calling(base):
        def call(self, x):
            self.made = add(self)
            return x

    layer = Calling()
    return layer(F(2, 2)), layer(F(2, 2))


def tried(name, make):
    with tf.variable_scope(name):
        try:
            make()
        except (ValueError, TypeError) as error:
            tf.get_variable(type(error).__name__, [1])


for count, add in enumerate(ADDED):
    if count != 12:
        tried("a%d" % count, lambda: building(tf.layers.Layer, add))
    if count != 16:
        tried("b%d" % count, lambda: building(tf.keras.layers.Layer, add))
for add in ADDED[1:3]:
    tried("c", lambda: starting(tf.layers.Layer, add))
    tried("d", lambda: starting(tf.keras.layers.Layer, add))
    tried("e", lambda: starting(tf.keras.Model, add))
    tried("f", lambda: building(tf.keras.Model, add))
tried("g", lambda: calling(tf.keras.layers.Layer, ADDED[1]))
with tf.variable_scope("h"):
    plain = tf.keras.layers.Layer()
    plain.add_weight("x", [2])
    with tf.name_scope("n"):
        plain.add_weight("x", [2], initializer="zeros")
    plain.add_variable("z", [2], trainable=False)
