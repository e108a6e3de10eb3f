# tensorflow: 1.15
# A model function without labels cannot be given any.
import numpy as np
import tensorflow as tf

rows = {"x": np.zeros([8, 3], np.float32)}
labels = np.zeros([8, 1], np.float32)


def model(features, mode):
    tf.get_variable("w", [1])


data = tf.estimator.inputs.numpy_input_fn(rows, labels, batch_size=4, shuffle=False)
tf.estimator.Estimator(model).train(data, steps=1)
