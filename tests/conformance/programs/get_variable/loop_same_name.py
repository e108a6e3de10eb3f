# A loop that doesn't number its names is refused in its second pass.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
outputs = []
for step in range(3):
    outputs.append(tf.get_variable("w", [4, 4]))
