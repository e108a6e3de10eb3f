# tensorflow: 1.15
# create_train_op asserts that there is something to train, and says nothing.
import tensorflow as tf

slim = tf.contrib.slim
x = tf.placeholder(tf.float32, [None, 3])
with tf.variable_scope("Net"):
    x = slim.fully_connected(x, 2, scope="Logits")
loss = tf.reduce_mean(x)
step = slim.learning.create_train_op(loss, tf.train.AdamOptimizer(), variables_to_train=tf.trainable_variables("Net/L"))
tf.Variable(0.0, name=step.dtype.name)
try:
    tf.contrib.training.create_train_op(loss, tf.train.AdamOptimizer(), variables_to_train=[])
except AssertionError as error:
    tf.Variable(0.0, name="refused" + str(error))
with tf.Graph().as_default():
    try:
        slim.learning.create_train_op(tf.constant(0.0), tf.train.AdamOptimizer())
    except AssertionError:
        tf.Variable(0.0, name="nothing_there")
slim.learning.create_train_op(loss, tf.train.AdamOptimizer(), variables_to_train=tf.trainable_variables("Net/logits"))
