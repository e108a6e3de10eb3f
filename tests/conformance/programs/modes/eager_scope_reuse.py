# Under eager execution every scope says that it shares.
import tensorflow.compat.v1 as tf
tf.enable_eager_execution()
with tf.variable_scope("s") as s:
    pass
if s.reuse:
    tf.Variable(1.0, name="on")
if s.reuse is tf.AUTO_REUSE:
    tf.Variable(1.0, name="auto")
if tf.get_variable_scope().reuse:
    tf.Variable(1.0, name="root")
with tf.variable_scope("s", reuse=True) as s:
    if s.reuse is True:
        tf.Variable(1.0, name="true")
with tf.Graph().as_default():
    with tf.variable_scope("s") as s:
        if s.reuse:
            tf.Variable(1.0, name="in_graph")
