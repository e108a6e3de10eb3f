# model_variable and variable go through the store: w already exists.
# tensorflow: 1.15
import tensorflow as tf

slim = tf.contrib.slim
slim.model_variable("w", shape=[2], initializer=tf.zeros_initializer())
slim.variable("u", shape=[2, 2], trainable=False)
slim.variable("w", shape=[2])
