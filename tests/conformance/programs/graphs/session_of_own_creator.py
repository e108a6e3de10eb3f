# A monitored session finalizes the graph, but not where the program's own class makes the session.
# tensorflow: 1.15
import tensorflow as tf


class Creator(object):
    def __init__(self, session):
        self.session = session

    def create_session(self):
        return self.session


with tf.Session() as session:
    tf.train.MonitoredSession(Creator(session), [])
    tf.get_variable("still_open", [1])
    tf.train.MonitoredSession(session_creator=Creator(session))
    tf.get_variable("open_as_well", [1])
tf.train.MonitoredSession(tf.train.ChiefSessionCreator())
tf.get_variable("closed", [1])
