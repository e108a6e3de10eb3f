# A text in the collection of the global step is no step.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

tf.add_to_collection(tf.GraphKeys.GLOBAL_STEP, "one")
tf.train.get_or_create_global_step()
