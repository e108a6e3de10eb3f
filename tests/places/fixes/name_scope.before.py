# first/w:0 second/w:0
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

with tf.name_scope("first"):  # the first layer
    a = tf.get_variable("w", [4, 4])
with tf.name_scope(name="second"):
    b = tf.get_variable("w", [4, 4])
print(*(v.name for v in tf.trainable_variables()))
