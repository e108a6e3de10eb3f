# tensorflow: 1.15
# A model function that calls its network twice and asks for no reuse.
import numpy as np
import tensorflow as tf

rows = {"x": np.zeros([8, 3], np.float32)}
labels = np.zeros([8, 1], np.float32)


def network(x):
    with tf.variable_scope("network"):
        return tf.layers.dense(x, 2, name="out")


def model(features, labels, mode):
    one = network(features["x"])
    other = network(features["x"] + 1.0)
    loss = tf.reduce_mean(tf.square(one - other))
    step = tf.train.AdamOptimizer().minimize(loss, tf.train.get_global_step())
    return tf.estimator.EstimatorSpec(mode, loss=loss, train_op=step)


data = tf.estimator.inputs.numpy_input_fn(rows, labels, batch_size=4, shuffle=False)
tf.estimator.Estimator(model).train(data, steps=1)
