# contextlib.suppress swallows the ValueError and the rest of its block.
import contextlib

import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
tf.get_variable("v", [1])
with contextlib.suppress(ValueError):
    tf.get_variable("before", [1])
    tf.get_variable("v", [1])
    tf.get_variable("skipped", [1])
tf.get_variable("after", [1])
