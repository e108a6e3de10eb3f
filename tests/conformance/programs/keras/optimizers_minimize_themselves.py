# An optimizer of Keras's that minimizes a function: numbers once, slots of what has a gradient.
import tensorflow.compat.v1 as tf
from tensorflow.python.keras.optimizer_v2 import adam

tf.disable_v2_behavior()
a = tf.Variable([1.0, 2.0], name="a", use_resource=True)
b = tf.get_variable("b", [], use_resource=True)
sgd = tf.keras.optimizers.SGD(0.1, momentum=0.9)
sgd.minimize(lambda: a * 2.0, var_list=[a, b])
sgd.minimize(lambda: a * 2.0 + b, var_list=lambda: [a, b])
sgd.minimize(lambda: a * 2.0 + b, var_list=lambda: a)
try:
    tf.keras.optimizers.Nadam(0.1).minimize(lambda: a * 2.0, var_list=[b])
except ValueError:
    tf.get_variable("no_gradients", [])
with tf.GradientTape() as tape:
    loss = a * b
law = tf.keras.optimizers.Adamax(0.1)
law.apply_gradients(zip(tape.gradient(loss, [a, b]), [a, b]))
adam.Adam().apply_gradients(zip(tf.gradients(loss, [a]), [a]))
tf.keras.optimizers.RMSprop(0.1).apply_gradients([(None, b)])
