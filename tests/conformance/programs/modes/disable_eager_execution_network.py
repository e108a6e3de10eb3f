# A TF1 network written against tf.compat.v1 in a TF2 program shares its layers and trains.
# tensorflow: 2.21
import tensorflow as tf

tf1 = tf.compat.v1
tf1.disable_eager_execution()


def net(x, reuse=False):
    with tf1.variable_scope("net", reuse=reuse):
        return tf1.layers.dense(x, 1)


x = tf1.placeholder(tf.float32, [None, 3])
loss = tf.reduce_mean(net(x) * net(-x, reuse=True))
tf1.train.MomentumOptimizer(0.1, 0.9).minimize(loss)
