# Sessions that stop cleanly at the end of the input, and a plain one that doesn't.
import tempfile

import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.train.MonitoredTrainingSession() as sess:
    raise tf.errors.OutOfRangeError(None, None, "no more")
tf.get_variable("one", [1])
with tf.train.MonitoredSession():
    next(iter([]))
tf.get_variable("two", [1])
try:
    with tf.train.SingularMonitoredSession():
        raise tf.errors.AbortedError(None, None, "aborted") if False else ValueError("wrong")
except ValueError:
    tf.get_variable("three", [1])
with tf.Graph().as_default():
    tf.get_variable("w", [1])
    supervisor = tf.train.Supervisor(logdir=tempfile.mkdtemp())
    with supervisor.managed_session() as sess:
        raise tf.errors.OutOfRangeError(None, None, "no more")
with tf.Session():
    raise tf.errors.OutOfRangeError(None, None, "no more")
