# How long the sequences are comes in a vector, also where no tensor is given.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
cell = tf.nn.rnn_cell.BasicRNNCell(3)
x = tf.placeholder(tf.float32, [4, 2, 5])
steps = tf.unstack(x, axis=1)


def told(run, lengths):
    try:
        run(lengths)
    except ValueError as error:
        return "vector" if "vector" in str(error) else "other"
    return "built"


def dynamic(lengths):
    tf.nn.dynamic_rnn(cell, x, sequence_length=lengths, dtype=tf.float32)


def static(lengths):
    tf.nn.static_rnn(cell, steps, sequence_length=lengths, dtype=tf.float32)


words = [told(run, one) for run in (dynamic, static) for one in (2, [2, 2, 1, 1], [[2] * 4])]
words.append(told(static, tf.placeholder(tf.int32, [])))
words.append(told(static, tf.placeholder(tf.int32)))
for number, word in enumerate(words):
    tf.get_variable("n%d_%s" % (number, word), [])
tf.nn.static_rnn(cell, steps, sequence_length=4, dtype=tf.float32)
