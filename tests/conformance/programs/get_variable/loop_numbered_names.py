# A loop that numbers its names makes one variable for each pass.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
sizes = [8, 16, 32, 64]
for i in range(len(sizes) - 1):
    tf.get_variable("w{}".format(i), [sizes[i], sizes[i + 1]])
