# A model variable takes a regularizer from an argument scope, and needs a shape.
# tensorflow: 1.15
import tensorflow as tf

f = tf.contrib.framework
with f.arg_scope([f.model_variable], device="/cpu:0", regularizer=lambda v: tf.reduce_sum(v)):
    f.model_variable("e", [2])
print(len(tf.losses.get_regularization_losses()))
f.model_variable("q")
