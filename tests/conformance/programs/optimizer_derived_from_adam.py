# Classes derived from TensorFlow's own optimizers make the slots of what they inherit.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


class Plain(tf.train.MomentumOptimizer):
    pass


class Two(tf.train.AdamOptimizer):
    def __init__(self, rate):
        super(Two, self).__init__(rate, name="Second")

    def apply_gradients(self, pairs, global_step=None, name=None):
        pairs = [(g, v) for g, v in pairs if "skip" not in v.name]
        return super(Two, self).apply_gradients(pairs, global_step, name)


w = tf.get_variable("w", [2])
skipped = tf.get_variable("skip", [3])
loss = tf.reduce_sum(w ** 2) + tf.reduce_sum(skipped)
Plain(0.1, 0.9).minimize(loss, var_list=[w])
Two(0.1).minimize(loss)
with tf.variable_scope("again", reuse=True):
    Two(0.2).minimize(loss)
