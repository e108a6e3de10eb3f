# FLAGS.__flags holds flags, which have values.
# tensorflow: 1.15
import tensorflow as tf

flags = tf.app.flags
flags.DEFINE_integer("width", 3, "width of the layer")
flags.DEFINE_string("scope", "net", "scope of the network")
FLAGS = flags.FLAGS
FLAGS(["program"])
given = FLAGS.__flags
tf.get_variable("of_%s" % given["scope"].value, [given["width"].value])
held = {name: flag.value for name, flag in FLAGS.__flags.items()}
tf.get_variable(held["scope"], [held["width"]])
tf.get_variable(given["width"].name, [given["width"].default])
tf.get_variable("there", [1 if "width" in FLAGS.__flags else 2])
try:
    tf.get_variable("sum", [FLAGS.__flags["width"] + 1])
except TypeError:
    tf.get_variable("no_number", [1])


def made(scope, width=2, depth=4, log_dir=None, **rest):
    tf.get_variable("made_in_%s" % scope.value, [depth, len(rest), 5 if log_dir is not None else 6])
    with tf.variable_scope("of_" + width.name):
        return tf.get_variable("w", [width.value])


made(**FLAGS.__flags)
try:
    made_too = 1 if FLAGS.__flags["width"] else 2
except TypeError:
    made_too = 3
tf.get_variable("no_truth", [made_too])
