"""Adaptive depth: a block is applied in a loop, and a branch picks the head."""
import numpy as np
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

WIDTH = 10


def block(state, reuse=None):
    with tf.variable_scope("block", reuse=reuse):
        hidden = tf.layers.dense(state, 2 * WIDTH, activation=tf.nn.relu, name="in")
        return tf.layers.dense(hidden, WIDTH, name="out")


def ponder(state, max_steps):
    def condition(step, state, halting):
        return tf.logical_and(step < max_steps, tf.reduce_any(halting < 0.99))

    def body(step, state, halting):
        state = state + block(state)
        with tf.variable_scope("halt"):
            p = tf.layers.dense(state, 1, activation=tf.sigmoid)
        return step + 1, state, tf.minimum(halting + p, 1.0)

    halting = tf.zeros([tf.shape(state)[0], 1])
    shapes = [tf.TensorShape([]), state.get_shape(), tf.TensorShape([None, 1])]
    return tf.while_loop(condition, body, [tf.constant(0), state, halting], shape_invariants=shapes)


def head(state, is_training):
    def noisy():
        return tf.layers.dense(state + tf.random_normal(tf.shape(state), stddev=0.1), 3, name="head")

    def plain():
        with tf.variable_scope(tf.get_variable_scope(), reuse=True):
            return tf.layers.dense(state, 3, name="head")

    return tf.cond(is_training, noisy, plain)


def schedule(step):
    rate = tf.get_variable("rate", [], initializer=tf.constant_initializer(0.1), trainable=False)

    def decayed():
        with tf.control_dependencies([rate.assign(rate * 0.5)]):
            return tf.identity(rate)

    return tf.case([(tf.equal(step % 100, 99), decayed)], default=lambda: tf.identity(rate))


def main():
    x = tf.placeholder(tf.float32, [None, WIDTH])
    y = tf.placeholder(tf.int64, [None])
    is_training = tf.placeholder_with_default(False, [])
    steps, state, _ = ponder(x, 4)
    logits = head(state, is_training)
    with tf.variable_scope("", reuse=True):
        again = block(logits_to_state(logits))
    rows = tf.map_fn(lambda row: tf.layers.dense(row[None, :], 2, name="row", reuse=tf.AUTO_REUSE), again)
    totals = tf.scan(lambda total, row: total + tf.reduce_sum(row), rows, initializer=tf.constant(0.0))
    loss = tf.losses.sparse_softmax_cross_entropy(y, logits) + 0.01 * tf.reduce_mean(tf.square(totals))
    global_step = tf.train.create_global_step()
    rate = schedule(global_step)
    train = tf.train.AdadeltaOptimizer(rate).minimize(loss, global_step=global_step)
    with tf.Session() as sess:
        sess.run(tf.global_variables_initializer())
        print(sess.run([steps, train], {x: np.ones((2, WIDTH)), y: [0, 1], is_training: True})[0])


def logits_to_state(logits):
    return tf.pad(logits, [[0, 0], [0, WIDTH - 3]])


if __name__ == "__main__":
    main()
