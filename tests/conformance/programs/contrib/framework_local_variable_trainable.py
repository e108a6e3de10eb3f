# A local variable takes no trainable.
# tensorflow: 1.15
import tensorflow as tf

f = tf.contrib.framework
f.local_variable(0, trainable=True)
