# A float constant in the collection of the global step is no step.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

tf.add_to_collection(tf.GraphKeys.GLOBAL_STEP, tf.constant(1.0))
tf.train.create_global_step()
