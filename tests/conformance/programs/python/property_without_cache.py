# A property that builds every time it is read: the second reading finds that model/w already exists.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


class Model:
    @property
    def weights(self):
        with tf.variable_scope("model"):
            return tf.get_variable("w", [3])


model = Model()
loss = tf.reduce_sum(model.weights)
norm = tf.norm(model.weights)
