# The towers again, with reuse=i instead of i > 0: The reuse parameter must be True or False or None.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def inference(images, reuse):
    with tf.variable_scope("net", reuse=reuse):
        return tf.layers.dense(images, 10)


for i in range(2):
    with tf.name_scope("tower_%d" % i):
        inference(tf.zeros([4, 6]), reuse=i)
