# A name scope that is opened again gets a number.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
for _ in range(3):
    with tf.name_scope("n"):
        tf.Variable(0.0, name="v")
