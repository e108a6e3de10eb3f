# Constants that have not the dtype of an eager variable.
import tensorflow.compat.v1 as tf

tf.enable_eager_execution()
for value, dtype in ((2.0, tf.bool), (1.5, tf.int32), (1, tf.float32)):
    try:
        tf.get_variable("v", [2], dtype, initializer=tf.constant_initializer(value))
    except TypeError as error:
        text = str(error).replace(" ", "_")
        tf.get_variable(text, [1])
tf.get_variable("b", [6], dtype=tf.string, initializer=tf.ones_initializer)
