# A text for optimize_loss's summaries is taken letter by letter, and the first is refused.
# tensorflow: 1.15
import tensorflow as tf

v = tf.get_variable("v", [])
tf.contrib.layers.optimize_loss(v * v, None, 0.1, "SGD", summaries="loss")
