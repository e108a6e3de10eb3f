# tensorflow: 1.15
# What is synchronized when it is read does not train; contrib's second optimizers take two more arguments.
import tensorflow as tf
from tensorflow.contrib.optimizer_v2 import adam, gradient_descent

on_read = tf.VariableSynchronization.ON_READ


class Counting(tf.layers.Layer):
    def build(self, shape):
        self.count = self.add_weight("count", [2], synchronization=on_read)
        self.kernel = self.add_weight("kernel", [2, 2])
        super(Counting, self).build(shape)

    def call(self, inputs):
        return tf.matmul(inputs, self.kernel)


layer = Counting()
out = tf.reduce_sum(layer(tf.ones([1, 2])))
fixed = tf.get_variable("fixed", [1], initializer=tf.zeros_initializer())
loss = out + tf.reduce_sum(fixed)
step = gradient_descent.GradientDescentOptimizer(0.1)
pairs = step.compute_gradients(loss, stop_gradients=[fixed], scale_loss_by_num_replicas=False)
step.apply_gradients(pairs)
adam.AdamOptimizer(0.1).minimize(out, var_list=[layer.kernel], stop_gradients=[fixed])
try:
    tf.train.AdamOptimizer(0.1, name="Second").compute_gradients(loss, stop_gradients=[fixed])
except TypeError:
    tf.get_variable("refused", [])
try:
    layer.add_weight("trained", [2], trainable=True, synchronization=on_read)
except ValueError:
    tf.get_variable("refused_too", [])
tf.get_variable("dtype_of_list", [2], [3])
