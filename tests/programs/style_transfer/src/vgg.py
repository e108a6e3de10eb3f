import numpy as np
import tensorflow.compat.v1 as tf

MEAN_PIXEL = np.array([123.68, 116.779, 103.939])
LAYERS = ("conv1_1", "relu1_1", "conv1_2", "relu1_2", "pool1", "conv2_1", "relu2_1")


def net(weights, input_image):
    net = {}
    current = input_image
    for i, name in enumerate(LAYERS):
        kind = name[:4]
        if kind == "conv":
            kernels, bias = weights[name]
            bias = bias.reshape(-1)
            current = tf.nn.bias_add(tf.nn.conv2d(current, tf.constant(kernels), strides=(1, 1, 1, 1), padding="SAME"), bias)
        elif kind == "relu":
            current = tf.nn.relu(current)
        elif kind == "pool":
            current = tf.nn.max_pool(current, ksize=(1, 2, 2, 1), strides=(1, 2, 2, 1), padding="SAME")
        net[name] = current
    assert len(net) == len(LAYERS)
    return net


def preprocess(image):
    return image - tf.constant(MEAN_PIXEL, tf.float32)
