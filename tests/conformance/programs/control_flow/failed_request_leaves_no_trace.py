# A request that was refused can be made again with better arguments.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
for attempt in ([None, 3], [4, 3]):
    try:
        w = tf.get_variable("w", attempt)
    except ValueError:
        continue
    tf.get_variable("made_%dx%d" % tuple(attempt), [1])
