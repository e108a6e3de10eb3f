# A thread starts at the root scope, without the reuse of the main thread's.
import threading

import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
graph = tf.get_default_graph()


def work():
    with graph.as_default():
        tf.get_variable("v", [1])


with tf.variable_scope("a", reuse=tf.AUTO_REUSE):
    tf.get_variable("w", [1])
    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
