# A while loop that forgets to change the name on its second round: block_1 already exists.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
made = 0
index = 0
while made < 3:
    name = "block_%d" % index
    tf.get_variable(name, [1])
    made += 1
    if made != 2:
        index = index + 1
