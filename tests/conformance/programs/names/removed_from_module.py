# tensorflow: 2.21
# A name below one of TensorFlow's modules that 1.0 took away.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
tf.get_variable("before", [1])
writer = tf.train.SummaryWriter("logs")
tf.get_variable("after", [1])
