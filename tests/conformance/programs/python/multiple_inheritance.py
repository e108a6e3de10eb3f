# A mixin comes first in the method order and passes on to the next class.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


class Model:
    def build(self, x):
        return tf.layers.dense(x, 2, name="out")


class Normalised(Model):
    def build(self, x):
        return super().build(tf.layers.batch_normalization(x, name="bn"))


class Wide(Model):
    def build(self, x):
        return super().build(tf.layers.dense(x, 9, name="wide"))


class Both(Normalised, Wide):
    pass


with tf.variable_scope(Both.__name__.lower()):
    Both().build(tf.zeros([2, 3]))
with tf.variable_scope("wide"):
    Wide().build(tf.zeros([2, 3]))
