# tensorflow: 1.15
# A name below one of TensorFlow's modules that 1.0 took away, under TensorFlow 1's own name.
import tensorflow as tf

tf.get_variable("before", [1])
writer = tf.train.SummaryWriter("logs")
tf.get_variable("after", [1])
