# Products of vectors, and sums and joins of nothing, are refused.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
row = tf.placeholder(tf.float32, [5])
matrix = tf.placeholder(tf.float32, [4, 5])
many = tf.placeholder(tf.float32, [3, 4, 5])
unknown = tf.placeholder(tf.float32)
w = tf.zeros([5, 2])
for name, build in [
    ("row_first", lambda: tf.matmul(row, w)),
    ("row_second", lambda: tf.matmul(matrix, row)),
    ("two_rows", lambda: tf.matmul(row, row)),
    ("number", lambda: tf.matmul(tf.zeros([]), w)),
    ("row_after_many", lambda: tf.matmul(many, row)),
    ("row_before_many", lambda: tf.matmul(row, many)),
    ("turned", lambda: tf.matmul(row, w, transpose_a=True)),
    ("unknown", lambda: tf.matmul(unknown, w)),
    ("unknown_row", lambda: tf.matmul(unknown, row)),
    ("matrices", lambda: tf.matmul(matrix, w)),
    ("row_of_one", lambda: tf.matmul([row], w)),
    ("joined", lambda: tf.concat([], 0)),
    ("joined_tuple", lambda: tf.concat((), axis=1)),
    ("joined_one", lambda: tf.concat([row], 0)),
    ("added", lambda: tf.add_n([])),
    ("added_one", lambda: tf.add_n([row])),
]:
    try:
        shape = build().shape
        tf.get_variable("%s_%s" % (name, shape.ndims), [1])
    except ValueError:
        tf.get_variable(name + "_refused", [1])
tf.concat([w for w in []], 0)
