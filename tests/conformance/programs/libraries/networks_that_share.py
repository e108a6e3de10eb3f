# Networks of tf.contrib.eager that share layers, and names that they refuse.
# tensorflow: 1.12
import tensorflow as tf

tfe = tf.contrib.eager
x = tf.placeholder(tf.float32, [2, 3])


class Custom(tf.layers.Layer):
    def build(self, shape):
        self.w = self.add_variable("w", [int(shape[1]), 2])
        self.built = True

    def call(self, x):
        return tf.matmul(x, self.w)


class Shared(tfe.Network):
    def __init__(self, layer=None):
        super(Shared, self).__init__()
        self.inner = layer if layer is not None else tf.layers.Dense(3)
        self.first = self.track_layer(self.inner)
        self.custom = self.track_layer(Custom())
        self.twice = self.track_layer(self.inner)

    def call(self, x):
        with tf.variable_scope("within"):
            tf.get_variable("own", [1])
        return self.custom(self.inner(x))


one = Shared()
other = Shared(one.inner)
other(x)
one(x)
built = tf.layers.Dense(3)
built(x)
third = Shared(built)
third(x)
third(x)
with tf.variable_scope("taken"):
    pass


class Taken(tfe.Network):
    def __init__(self, name=None):
        super(Taken, self).__init__(name)

    def call(self, x):
        return tf.layers.dense(x, 1)


Taken()(x)
assert len(one.weights) == 3 and one.get_layer(index=1).name == "custom"
total = tf.reduce_sum(one(x))
tf.train.AdamOptimizer().minimize(total, var_list=one.trainable_variables)
try:
    Taken("a/b")
except ValueError:
    Taken("fine")(x)
two = tfe.Sequential([tf.layers.Dense(2, name="d"), tf.layers.BatchNormalization(), tf.nn.relu])
two(x)
two(x, training=True)
try:
    two.add(tf.layers.Dense(2, name="d"))
except ValueError:
    tf.get_variable("twice_the_same_name", [1])
Taken("taken")(x)
