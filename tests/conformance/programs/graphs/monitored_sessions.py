# A monitored session finalizes the graph until it is closed, unless it was finalized before.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.train.MonitoredTrainingSession() as sess:
    try:
        tf.get_variable("while_open", [1])
    except RuntimeError:
        print("finalized")
tf.get_variable("after_it", [1])
sess = tf.train.SingularMonitoredSession()
sess.close()
with tf.variable_scope("then"):
    tf.get_variable("after_close", [1])
with tf.train.MonitoredSession():
    with tf.train.MonitoredSession():
        pass
    try:
        tf.get_variable("still_finalized", [1])
    except RuntimeError:
        pass
sess = tf.train.MonitoredSession()
tf.get_variable("never_closed", [1])
