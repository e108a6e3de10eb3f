# apply inside a scope opened with reuse=True: m/m/w/ExponentialMovingAverage/ does not exist.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def net(reuse):
    with tf.variable_scope("m", reuse=reuse):
        w = tf.get_variable("w", [2])
        if reuse:
            tf.train.ExponentialMovingAverage(0.9).apply([w])
        return w


net(False)
net(True)
