# A flag chooses how many supports there are: each way has its own count, and its own variables.
import tensorflow.compat.v1 as tf

tf.disable_eager_execution()
flags = tf.app.flags
flags.DEFINE_string("model", "plain", "")
flags.DEFINE_integer("degree", 3, "")
FLAGS = flags.FLAGS

if FLAGS.model == "plain":
    count, width = 1, 4
elif FLAGS.model == "polynomial":
    count, width = 1 + FLAGS.degree, 8
else:
    raise ValueError("model")

supports = [tf.placeholder(tf.float32, [3, 3]) for _ in range(count)]


def convolve(x):
    with tf.variable_scope("net"):
        weights = {}
        for i in range(len(supports)):
            weights["w%d" % i] = tf.get_variable("w%d" % i, [3, width])
        return tf.add_n([tf.matmul(one, weights["w%d" % i]) for i, one in enumerate(supports)])


loss = tf.reduce_mean(convolve(None))
tf.train.AdamOptimizer(0.1).minimize(loss)
tf.get_variable("most", [max(width for _ in range(2))])
