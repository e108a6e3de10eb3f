# A DQN with an online and a target network in scopes of their own, copied by sorted names; only the online one has slots.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


class Network:
    def __init__(self, name, state, actions, trainable=True):
        self.name = name
        with tf.variable_scope(name) as self.scope:
            h = state
            for units in (24, 24):
                h = tf.layers.dense(h, units, tf.nn.relu, trainable=trainable)
            value = tf.layers.dense(h, 1, name="value", trainable=trainable)
            advantage = tf.layers.dense(h, actions, name="advantage", trainable=trainable)
            mean = tf.reduce_mean(advantage, axis=1, keepdims=True)
            self.q = value + advantage - mean

    def variables(self):
        found = tf.get_collection(tf.GraphKeys.GLOBAL_VARIABLES, scope=self.scope.name + "/")
        return sorted(found, key=lambda v: v.name)


state = tf.placeholder(tf.float32, [None, 4], name="state")
next_state = tf.placeholder(tf.float32, [None, 4], name="next_state")
action = tf.placeholder(tf.int32, [None])
reward = tf.placeholder(tf.float32, [None])
online = Network("online", state, 2)
target = Network("target", next_state, 2, trainable=False)
copies = [t.assign(o) for o, t in zip(online.variables(), target.variables())]
assert len(copies) == 8
chosen = tf.reduce_sum(online.q * tf.one_hot(action, 2), axis=1)
goal = reward + 0.99 * tf.reduce_max(target.q, axis=1)
loss = tf.reduce_mean(tf.square(tf.stop_gradient(goal) - chosen))
train = tf.train.RMSPropOptimizer(2.5e-4, momentum=0.95).minimize(loss)
