# Computed truth values: a comparison is a bool and passes, a number is not: The reuse parameter must be True or False or None.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def net(reuse):
    with tf.variable_scope("net", reuse=reuse):
        return tf.get_variable("w", [1])


calls = []
for _ in range(2):
    net(len(calls) > 0)
    calls.append("net")
net(bool(calls))
net(not not calls)
net("net" in calls and calls[0] == "net")
net(len(calls))
