# Defaults of tf.flags, read after the program marked them as parsed.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
flags = tf.flags
flags.DEFINE_integer("hidden_units", 6, "width of the hidden layer")
flags.DEFINE_string("scope_name", "model", "scope of the network")
flags.DEFINE_boolean("with_head", True, "whether there is a head")
tf.app.flags.DEFINE_float("keep", 0.5, "kept share")
FLAGS = flags.FLAGS
FLAGS.mark_as_parsed()


def main():
    with tf.variable_scope(FLAGS.scope_name):
        h = tf.layers.dense(tf.zeros([2, 3]), FLAGS.hidden_units)
        h = tf.nn.dropout(h, FLAGS.keep)
        if FLAGS.with_head:
            tf.layers.dense(h, int(FLAGS.hidden_units * FLAGS.keep), name="head")


if __name__ == "__main__":
    main()
