# The flags of a program as objects: by name, those of a module, all of them in a dict.
import sys

import numpy as np
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
flags = tf.app.flags
flags.DEFINE_integer("width", 6, "width of the hidden layer")
flags.DEFINE_integer("depth", 2, "number of layers")
flags.DEFINE_string("scope", "model", "scope of the network")
FLAGS = flags.FLAGS
FLAGS(["program"])

config = dict([(flag.name, flag.value) for flag in FLAGS.get_key_flags_for_module(sys.argv[0])])
x = tf.zeros([2, 3])
with tf.variable_scope(config["scope"]):
    for number in range(config["depth"]):
        x = tf.layers.dense(x, config["width"], name="layer%d" % number)

FLAGS["width"].value = 4
assert "width" in FLAGS
with tf.variable_scope(FLAGS["scope"].value + "_of_%d" % FLAGS["depth"].default):
    tf.layers.dense(x, FLAGS.width)

kept = {name: flag.value for name, flag in FLAGS._flags().items()}
tf.get_variable("kept_%s" % kept["scope"], [kept["width"]])
tf.get_variable("number_%d" % FLAGS.flag_values_dict()["depth"], [1])
bits = FLAGS.depth * np.log(2.0)
tf.get_variable("bits", initializer=bits)
tf.get_variable("halves", initializer=np.float32(0.5) * config["depth"])
