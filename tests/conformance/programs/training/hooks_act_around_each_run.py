# A monitored session has its hooks act once it is made, and before and after each run.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


class Plain(tf.train.SessionCreator):
    def create_session(self):
        return tf.Session()


class Making(tf.train.SessionRunHook):
    def after_create_session(self, session, coordinator):
        tf.get_variable("created", [1])

    def before_run(self, context):
        with tf.variable_scope("before", reuse=tf.AUTO_REUSE):
            tf.get_variable("v", [2])
        return tf.train.SessionRunArgs(zero)

    def after_run(self, context, values):
        with tf.variable_scope("after", reuse=tf.AUTO_REUSE):
            tf.get_variable("v", [3])
        assert context.session is not None


class Halving(tf.train.SessionRunHook):
    def after_run(self, context, values):
        context.session.run(w.assign([0.5, 0.5]))


w = tf.get_variable("w", [2])
zero = tf.zeros([])
init = tf.global_variables_initializer()
session = tf.train.MonitoredSession(session_creator=Plain(), hooks=[Making()])
session.run(init)
session.run(init)
with tf.train.MonitoredSession(hooks=[Halving()]) as session:
    session.run(w)
