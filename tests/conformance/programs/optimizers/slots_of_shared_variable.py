# A variable shared by two copies of a network is trained once, with one pair of slots.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def net(x, reuse=None):
    return tf.layers.dense(x, 1, name="fc", reuse=reuse)


loss = tf.reduce_mean(net(tf.ones([2, 3])) - net(tf.zeros([2, 3]), reuse=True))
tf.train.AdamOptimizer().minimize(loss)
