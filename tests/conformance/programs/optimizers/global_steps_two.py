# Two global steps in the collection are none.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

for i in range(2):
    tf.add_to_collection(tf.GraphKeys.GLOBAL_STEP, tf.get_variable("s%d" % i, [], tf.int64))
print(tf.train.get_global_step())
tf.train.create_global_step()
print(tf.train.get_global_step())
tf.train.get_or_create_global_step()
