# tensorflow: 1.15
# The input of an estimator is a data set; it asks for the parameters.
import numpy as np
import tensorflow as tf

rows = {"x": np.zeros([8, 3], np.float32)}
labels = np.zeros([8, 1], np.float32)


def pipeline(params):
    data = tf.data.Dataset.from_tensor_slices((rows, labels))
    return data.batch(params["batch"], drop_remainder=True)


def model(features, labels, mode, params):
    size = labels.shape.as_list()[0]
    out = tf.get_variable("w", [size, 3]) * features["x"]
    loss = tf.reduce_mean(out)
    step = tf.train.GradientDescentOptimizer(0.1).minimize(loss, tf.train.get_global_step())
    return tf.estimator.EstimatorSpec(mode, loss=loss, train_op=step)


estimator = tf.estimator.Estimator(model, params={"batch": 4})
tf.estimator.train_and_evaluate(
    estimator,
    tf.estimator.TrainSpec(pipeline, max_steps=1),
    tf.estimator.EvalSpec(pipeline, steps=1, throttle_secs=0, start_delay_secs=0),
)
