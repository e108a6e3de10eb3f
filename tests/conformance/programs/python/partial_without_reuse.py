# A partial that fixes the name makes its second call ask for fc/kernel, which already exists.
from functools import partial

import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
fc = partial(tf.layers.dense, units=4, name="fc")
x = fc(tf.zeros([2, 4]))
x = fc(x)
