# An optimizer of the program's own makes its slots by the base class's helpers.
import tensorflow.compat.v1 as tf
from tensorflow.python.training import optimizer

tf.disable_v2_behavior()


class Sign(optimizer.Optimizer):
    def __init__(self, rate=0.1, use_locking=False, name="Sign"):
        super(Sign, self).__init__(use_locking, name)
        self.rate = rate

    def _create_slots(self, var_list):
        for v in var_list:
            self._zeros_slot(v, "m", self._name)
        for v in var_list:
            self._zeros_slot(v, "u", "second")

    def _apply_dense(self, grad, var):
        m = self.get_slot(var, "m")
        return tf.group(m.assign(grad), tf.assign_sub(var, self.rate * tf.sign(m)))

    def _resource_apply_dense(self, grad, var):
        return self._apply_dense(grad, var)


x = tf.placeholder(tf.float32, (None, 3))
h = tf.layers.dense(x, 2, name="a")
unused = tf.get_variable("unused", (2,))
loss = tf.reduce_mean(tf.layers.dense(h, 1, name="b"))
Sign().minimize(loss)
other = Sign(name="Again")
other.apply_gradients(other.compute_gradients(loss, var_list=tf.trainable_variables("b")))
