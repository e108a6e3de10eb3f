# A constant initializer may have fewer numbers than the variable, in any shape, and no more.
import numpy as np
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

constant = tf.constant_initializer
tf.get_variable("same_count", [2, 3], initializer=constant(np.zeros([3, 2])))
tf.get_variable("one_for_all", [2, 3], initializer=constant(1.0))
tf.get_variable("column", [2], initializer=constant([[1.0], [2.0]]))
try:
    tf.get_variable("many", [2, 3], initializer=constant(np.zeros([2, 4])))
except ValueError:
    tf.get_variable("refused_many", [])
try:
    tf.get_variable("scalar", [], initializer=tf.initializers.constant([1.0, 2.0]))
except ValueError:
    tf.get_variable("refused_scalar", [])
with tf.variable_scope("scope", initializer=constant([1.0, 2.0, 3.0])):
    tf.get_variable("three", [3])
    try:
        tf.get_variable("two", [2])
    except ValueError:
        tf.get_variable("refused_two", [4, 4])
halves = tf.fixed_size_partitioner(2)
tf.get_variable("parts", [4], initializer=constant([1.0, 2.0]), partitioner=halves)
table = constant(np.random.uniform(-1.0, 1.0, [10, 4]))
tf.get_variable("table", [9, 4], initializer=table)
