# tensorflow: 1.15
# A monitored session lets its hooks begin, which may make variables, before it finalizes the graph.
import tensorflow as tf


class Counting(tf.train.SessionRunHook):
    def __init__(self):
        self.passes = 0
        self.results = []
        self.last = None

    def begin(self):
        self.count = tf.get_variable(
            "count", [], initializer=tf.zeros_initializer(), trainable=False
        )

    def before_run(self, context):
        return tf.train.SessionRunArgs(self.count)

    def after_run(self, context, values):
        self.passes += 1
        self.last = values
        self.results.append(values.results)


w = tf.get_variable("w", [2])
first, second = Counting(), tf.train.StopAtStepHook(num_steps=3)
tf.train.get_or_create_global_step()
with tf.train.MonitoredSession(hooks=[first, second]) as session:
    session.run(w)
    session.run(w)
print(first.results[1], first.last.results)
with tf.Graph().as_default():
    tf.get_variable("v", [1])
    tf.train.get_or_create_global_step()
    with tf.train.MonitoredTrainingSession(hooks=[Counting()]) as session:
        pass
    again = Counting()
    tf.train.SingularMonitoredSession([again])
