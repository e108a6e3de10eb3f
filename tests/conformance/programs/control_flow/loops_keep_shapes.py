# What leaves a loop has the shape it entered with, or the one promised; a pass can't change it.
import tensorflow.compat.v1 as tf

tf.disable_eager_execution()


def fewer(step, value):
    return tf.less(step, 3)


def doubled(step, value):
    return [step + 1, tf.tile(value, [2, 1])]


def looped(name, body, value, *promises, **options):
    try:
        result = tf.while_loop(fewer, body, [tf.constant(0), value], *promises, **options)[1]
    except ValueError:
        tf.get_variable(name + "_refused", [])
        return
    shape = result.get_shape()
    sizes = [] if shape.ndims is None else [size or 7 for size in shape.as_list()]
    tf.get_variable(name, sizes)


anything = tf.TensorShape([])
some = tf.placeholder(tf.float32, [None, 3])
looped("grown", doubled, tf.ones([2, 3]))
looped("grown_of_any_length", doubled, tf.ones([2, 3]), [anything, tf.TensorShape([None, 3])])
looped(
    "grown_at_will", doubled, tf.ones([2, 3]), shape_invariants=[anything, tf.TensorShape(None)]
)
looped("known_later", lambda step, value: [step + 1, tf.ones([2, 3])], some)
looped("known_first", lambda step, value: [step + 1, some * 2.0], tf.ones([2, 3]))
looped("rank", lambda step, value: [step + 1, value[:, 0]], some)
looped("same", lambda step, value: [step + 1, value * 2.0], some, maximum_iterations=4)
inner = {"a": tf.ones([2]), "b": tf.ones([4])}
held = {"a": tf.TensorShape([None]), "b": tf.TensorShape([4])}
pairs = tf.while_loop(
    fewer,
    lambda step, value: [step + 1, {"a": tf.tile(value["a"], [2]), "b": value["b"] + 1.0}],
    [tf.constant(0), inner],
    [anything, held],
)[1]
tf.get_variable("pair_a", [size or 7 for size in pairs["a"].get_shape().as_list()])
tf.get_variable("pair_b", pairs["b"].get_shape())
try:
    tf.foldl(lambda sums, row: tf.reduce_sum(row), tf.ones([4, 3]), initializer=tf.zeros([3]))
except ValueError:
    tf.get_variable("folded_refused", [])
kept = tf.foldl(lambda sums, row: sums + row, tf.ones([4, 3]), initializer=tf.zeros([3]))
tf.get_variable("folded", kept.get_shape())
looped("last", lambda step, value: [step + 1, value], tf.ones([2, 3]))
tf.while_loop(fewer, doubled, [tf.constant(0), tf.ones([2, 3])])
