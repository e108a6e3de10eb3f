# With eager execution disabled the store is strict; resource variables leave out where the first was defined: v already exists.
# tensorflow: 2.21
import tensorflow.compat.v1 as tf

tf.disable_eager_execution()
tf.get_variable("v", [1])
tf.get_variable("v", [1])
