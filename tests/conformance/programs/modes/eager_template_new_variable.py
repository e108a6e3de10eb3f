# A template that asks for another variable on its second call raises: Trainable variable created when calling a template.
# tensorflow: 2.21
import tensorflow.compat.v1 as tf

net = tf.make_template("net", lambda name: tf.get_variable(name, initializer=[0.0]))
net("a")
net("b")
