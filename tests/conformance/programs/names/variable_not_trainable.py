# A tf.Variable with trainable=False isn't trained.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
step = tf.Variable(0, name="step", trainable=False)
w = tf.Variable(1.0, name="w")
assert tf.trainable_variables() == [w]
