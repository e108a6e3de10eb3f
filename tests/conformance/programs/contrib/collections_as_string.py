# tensorflow: 1.15
import tensorflow as tf

slim = tf.contrib.slim

slim.variable("a", [2], collections="weights")
slim.model_variable("b", [3], collections=["mine"])
slim.variable("c", [4])
with tf.variable_scope("found"):
    tf.get_variable("letters", [len(tf.get_collection("w")) + 1])
    tf.get_variable("all", [len(tf.global_variables()) + 1])
    tf.get_variable("models", [len(slim.get_model_variables()) + 1])
    tf.get_variable("mine", [len(tf.get_collection("mine")) + 1])
