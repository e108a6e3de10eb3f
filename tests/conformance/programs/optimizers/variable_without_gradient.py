# A variable that the loss does not reach gets no slots, nor does one behind stop_gradient.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
w = tf.get_variable("w", [2])
u = tf.get_variable("u", [2])
stopped = tf.get_variable("stopped", [2])
loss = tf.reduce_sum(w * tf.stop_gradient(stopped))
tf.train.AdamOptimizer().minimize(loss)
