# A network object that remembers whether it was built and reuses from its second call on.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


class Network(object):
    def __init__(self, name, units):
        self.name = name
        self.units = units
        self.reuse = False

    def __call__(self, x):
        with tf.variable_scope(self.name, reuse=self.reuse):
            h = tf.layers.dense(x, self.units, activation=tf.nn.relu)
            out = tf.layers.dense(h, 1)
        self.reuse = True
        return out

    @property
    def variables(self):
        return tf.get_collection(tf.GraphKeys.TRAINABLE_VARIABLES, scope=self.name)


critic = Network("critic", 8)
critic(tf.zeros([2, 3]))
critic(tf.ones([2, 3]))
actor = Network(name="actor", units=2 * critic.units)
actor(tf.zeros([2, 5]))
tf.get_variable("n%d" % len(actor.variables + critic.variables), [1])
