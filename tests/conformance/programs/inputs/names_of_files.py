# The names of the files that match a pattern are a local variable, named as its name scope.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
first = tf.train.match_filenames_once("./no/such/folder/*.jpg")
second = tf.train.match_filenames_once("./no/such/folder/*.png")
with tf.variable_scope("input"):
    third = tf.train.match_filenames_once(["a.txt", "b.txt"], name="lists")
queue = tf.train.string_input_producer(second, num_epochs=2)
tf.get_variable("files", [tf.size(third).shape.ndims + 1])
tf.get_variable("locals", [len(tf.local_variables()), len(tf.trainable_variables())])
