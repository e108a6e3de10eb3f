# FLAGS.__flags holds the values before absl's flags came.
# tensorflow: 0.12
import tensorflow as tf

flags = tf.app.flags
flags.DEFINE_integer("width", 3, "width of the layer")
flags.DEFINE_string("scope", "net", "scope of the network")
FLAGS = flags.FLAGS
FLAGS._parse_flags()
for name, value in sorted(FLAGS.__flags.items()):
    if name in ("width", "scope"):
        tf.get_variable("%s_%s" % (name, value), [FLAGS.__flags["width"] + 1])
tf.get_variable(FLAGS.__flags["scope"], tf.pack([1, 2]).get_shape())
