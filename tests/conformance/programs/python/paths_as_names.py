# os.path takes file names apart; the pieces name scopes.
import os
import os.path as osp

import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
path = os.path.join("data", "images", "train.tfrecord")
stem, extension = os.path.splitext(os.path.basename(path))
with tf.variable_scope(stem):
    tf.get_variable(extension.lstrip("."), [1])
with tf.variable_scope(osp.dirname(path)):
    tf.get_variable("w", [len(path.split("/"))])
tf.get_variable(os.path.join("a", "", "b") + "_" + osp.split("x/y")[1], [1])
size = int(os.environ.get("A_VARIABLE_THAT_NOBODY_SETS", "3"))
tf.get_variable("size", [size])
