# tf.executing_eagerly() is False in graph mode, so the graph branch runs and asks twice: graph already exists.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
name = "eager" if tf.executing_eagerly() else "graph"
for _ in range(2):
    tf.get_variable(name, [1])
