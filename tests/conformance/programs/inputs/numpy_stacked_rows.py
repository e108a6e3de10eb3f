# The shapes of arrays that are put beside or below each other.
import numpy as np
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
row, table = np.zeros(3), np.zeros([2, 3])
tf.get_variable("rows_beside", np.hstack([row, np.zeros(4)]).shape)
tf.get_variable("tables_beside", np.hstack([table, np.zeros([2, 4])]).shape)
tf.get_variable("rows_below", np.vstack([row, row]).shape)
tf.get_variable("row_below_table", np.vstack([table, row]).shape)
tf.get_variable("numbers_beside", np.hstack([1.0, 2.0]).shape)
tf.get_variable("empty", np.zeros([0]).shape)
tf.get_variable("largest", [int(np.max([2, 5, 3]))])
