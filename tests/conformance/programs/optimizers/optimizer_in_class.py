# Two agents of one class train in scopes of their own, and their slots carry the agent's name twice.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


class Agent(object):
    def __init__(self, name, optimizer=None):
        with tf.variable_scope(name):
            self.w = tf.get_variable("w", [2])
            optimizer = optimizer or tf.train.AdamOptimizer()
            self.train_op = optimizer.minimize(tf.reduce_sum(self.w), var_list=[self.w])


agents = [Agent("agent_%d" % i) for i in range(2)]
shared = tf.train.MomentumOptimizer(0.1, 0.9)
agents += [Agent("m%d" % i, shared) for i in range(2)]
