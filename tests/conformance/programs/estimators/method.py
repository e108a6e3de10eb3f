# tensorflow: 1.15
# The model function is a method, the input function a lambda that gives tensors.
import numpy as np
import tensorflow as tf

rows = {"x": np.zeros([8, 3], np.float32)}
labels = np.zeros([8, 1], np.float32)


class Model(object):
    def __init__(self, units):
        self.units = units

    def build(self, features, labels, mode, config):
        out = tf.layers.dense(features, self.units, use_bias=False)
        loss = tf.losses.mean_squared_error(labels, out)
        step = tf.train.GradientDescentOptimizer(0.1).minimize(loss, tf.train.get_global_step())
        return tf.estimator.EstimatorSpec(mode=mode, loss=loss, train_op=step)


estimator = tf.estimator.Estimator(model_fn=Model(1).build)
estimator.train(lambda: (tf.constant(rows["x"]), tf.constant(labels)), steps=1)
estimator.evaluate(input_fn=lambda: (tf.constant(rows["x"]), tf.constant(labels)), steps=1)
