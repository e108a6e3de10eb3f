# slim.learning.train makes a missing global step, finalizes the graph and calls what it is given.
# tensorflow: 1.15
import numpy as np
import tensorflow as tf

slim = tf.contrib.slim

x = tf.constant(np.ones([4, 3], np.float32))
y = slim.fully_connected(slim.batch_norm(x), 1, scope="net")
tf.losses.mean_squared_error(tf.ones([4, 1]), y)
train = slim.learning.create_train_op(tf.losses.get_total_loss(), tf.train.AdamOptimizer(0.1))
slim.learning.train(train, None, number_of_steps=1)

with tf.Graph().as_default() as graph:
    x = tf.constant(np.ones([4, 3], np.float32))
    loss = tf.reduce_mean(slim.fully_connected(x, 1, scope="other"))
    optimizer = tf.train.GradientDescentOptimizer(0.1)
    other = tf.contrib.training.create_train_op(loss, optimizer, global_step=None)


def step(sess, operation, global_step, kwargs):
    return sess.run(operation), True


slim.learning.train(other, None, train_step_fn=step, graph=graph)
for wrong in ({"number_of_steps": 0}, {"saver": 3}, {"trace_every_n_steps": 1}):
    try:
        slim.learning.train(train, None, **wrong)
    except ValueError as error:
        print(error)
try:
    slim.learning.train(None, None)
except ValueError:
    pass
try:
    slim.learning.train(train, None, summary_op=None)
except ValueError:
    tf.get_variable("too_late", [1])
