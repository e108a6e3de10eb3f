# create_global_step when there is one: "global_step" already exists.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
tf.train.create_global_step()
tf.train.create_global_step()
