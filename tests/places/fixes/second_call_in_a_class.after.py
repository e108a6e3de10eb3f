# d/w:0  # safe
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


class Gan:
    def __init__(self):
        self.real = self.net(tf.placeholder(tf.float32, [None, 4]), False)
        self.fake = self.net(tf.random_normal([8, 4]), True)

    def net(self, x, reuse):
        with tf.variable_scope("d") as scope:
            if reuse:
                scope.reuse_variables()
            return tf.matmul(x, tf.get_variable("w", [4, 1]))


Gan()
print(*(v.name for v in tf.trainable_variables()))
