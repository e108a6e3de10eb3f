# A variable operation made by hand is no variable, but takes a name.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
x = tf.zeros([2, 8, 8, 4])
x1 = tf.zeros([2, 8, 4])
x3 = tf.zeros([2, 8, 8, 8, 4])
from tensorflow.python.ops import gen_state_ops
v = gen_state_ops.variable(shape=[1], dtype=tf.float32, name="v", container="", shared_name="")
tf.get_variable("v", [1])

