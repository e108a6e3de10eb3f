# A float variable that has the name of the global step is refused as one.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

tf.get_variable("global_step", [], dtype=tf.float32, initializer=tf.zeros_initializer())
tf.train.get_or_create_global_step()
