# tensorflow: 1.15
# An estimator builds a graph for training, one for evaluation and one for predictions.
import numpy as np
import tensorflow as tf

rows = {"x": np.zeros([8, 3], np.float32)}
labels = np.zeros([8, 1], np.float32)


def model(features, labels, mode, params):
    net = tf.layers.dense(features["x"], params["units"], tf.nn.relu, name="hidden")
    out = tf.layers.dense(net, 1)
    if mode == tf.estimator.ModeKeys.PREDICT:
        return tf.estimator.EstimatorSpec(mode, predictions=out)
    loss = tf.losses.mean_squared_error(labels, out)
    step = tf.train.AdamOptimizer().minimize(loss, tf.train.get_global_step())
    metrics = {"error": tf.metrics.mean_squared_error(labels, out)}
    return tf.estimator.EstimatorSpec(mode, loss=loss, train_op=step, eval_metric_ops=metrics)


data = tf.estimator.inputs.numpy_input_fn(rows, labels, batch_size=4, shuffle=False)
estimator = tf.estimator.Estimator(model, params={"units": 5})
estimator.train(data, steps=1)
estimator.evaluate(data, steps=1)
print(list(estimator.predict(data))[0].shape)
