# The program's own partitioner sees the dtype as it was given.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
def p(shape, dtype):
    print(dtype)
    return [2 if dtype == "float32" else 1]


tf.get_variable("v", [4], dtype="float32", initializer=tf.zeros_initializer(), partitioner=p)
tf.get_variable("w", [4], dtype=tf.float32, partitioner=p)

