# tensorflow: 1.15
# Each training has a graph of its own, and nothing collides.
import numpy as np
import tensorflow as tf

rows = {"x": np.zeros([8, 3], np.float32)}
labels = np.zeros([8, 1], np.float32)


def model(features, labels, mode):
    with tf.variable_scope("network"):
        out = tf.squeeze(tf.layers.dense(features["x"], 1, use_bias=False), 1)
    step = tf.train.AdamOptimizer().minimize(tf.reduce_mean(out), tf.train.get_global_step())
    return tf.estimator.EstimatorSpec(mode, loss=tf.reduce_mean(out), train_op=step)


with tf.variable_scope("around"):
    tf.get_variable("w", [1])
    estimator = tf.estimator.Estimator(model)
    data = tf.estimator.inputs.numpy_input_fn(rows, labels, batch_size=4, shuffle=False)
    estimator.train(data, steps=1)
    estimator.train(data, steps=1)
    tf.get_variable("v", [1])
