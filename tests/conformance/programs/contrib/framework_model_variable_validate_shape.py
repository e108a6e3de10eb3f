# A model variable takes no validate_shape.
# tensorflow: 1.15
import tensorflow as tf

f = tf.contrib.framework
f.model_variable("v", [2], validate_shape=False)
