# A getter has nothing to do with tf.Variable.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

def refuse(getter, name, *args, **kwargs):
    raise RuntimeError("no variables here")


with tf.variable_scope("a", custom_getter=refuse):
    tf.Variable(0.0, name="v")
