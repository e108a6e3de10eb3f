# An evaluation is counted by a local variable, which the graph keeps.
# tensorflow: 1.15
import tempfile

import tensorflow as tf

slim = tf.contrib.slim
folder = tempfile.mkdtemp()
tf.train.get_or_create_global_step()
x = tf.get_variable("x", [2])
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    path = tf.train.Saver().save(sess, folder + "/model", global_step=1)
with tf.variable_scope("scope"):
    step = tf.contrib.training.get_or_create_eval_step()
if tf.contrib.training.get_or_create_eval_step() is step:
    tf.Variable(0.0, name="one")
value, update = tf.metrics.mean(x)
with tf.Graph().as_default():
    tf.train.get_or_create_global_step()
    x = tf.get_variable("x", [2])
    value, update = tf.metrics.mean(x)
    slim.evaluation.evaluate_once("", path, folder, eval_op=update)
    tf.get_variable("after_it", [1])
tf.get_variable("x", [2])
