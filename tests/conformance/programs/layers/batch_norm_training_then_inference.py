# Training and inference copies of a batch-normalised layer share all six variables.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def block(x, training, reuse):
    with tf.variable_scope("block", reuse=reuse):
        x = tf.layers.dense(x, 4, use_bias=False)
        x = tf.layers.batch_normalization(x, training=training)
        return tf.layers.dense(tf.nn.relu(x), 1, name="out")


x = tf.placeholder(tf.float32, [None, 3])
block(x, True, False)
block(x, False, True)
