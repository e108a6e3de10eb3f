# Functions made in a loop all see the last name, so the second one asks for w2 again: already exists.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
makers = []
for name in ["w0", "w1", "w2"]:
    makers.append(lambda: tf.get_variable(name, [1]))
for make in makers:
    make()
