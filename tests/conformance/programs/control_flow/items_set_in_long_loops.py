# What a loop that is too long to follow sets in a list holds nothing from before it.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

rows = 3000
data, sums = [None] * rows, [0.0, 0.0]
for at in range(rows):
    data[at] = float(at)
    sums[at % 2] += 1.0
tf.get_variable("data", [], initializer=tf.constant_initializer(data[0]))
tf.constant(data, dtype=tf.float32)
tf.constant(sums, dtype=tf.float32)
