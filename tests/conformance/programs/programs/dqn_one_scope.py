# A DQN that builds its target network in the online network's scope: q/fc1/w already exists.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def dense(x, units, name):
    with tf.variable_scope(name):
        w = tf.get_variable(
            "w", [x.shape[-1], units], initializer=tf.random_normal_initializer(0.0, 0.02)
        )
        b = tf.get_variable("b", [units], initializer=tf.zeros_initializer())
    return tf.matmul(x, w) + b


def q_network(state, actions, scope="q"):
    with tf.variable_scope(scope):
        h = tf.nn.relu(dense(state, 16, "fc1"))
        return dense(h, actions, "out")


online = q_network(tf.placeholder(tf.float32, [None, 4]), 2)
target = q_network(tf.placeholder(tf.float32, [None, 4]), 2)
