# List comprehensions create in order, nest, filter and read the loop variables of the outer clause.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
sizes = [3, 4, 2]
weights = [tf.get_variable("w%d_%d" % pair, pair) for pair in zip(sizes[:-1], sizes[1:])]
grid = [[tf.get_variable("g%d%d" % (i, j), [1]) for j in range(i + 1)] for i in range(2)]
flat = [v for row in grid for v in row if not v.op.name.endswith("0")]
odd = [tf.get_variable("odd%d" % n, [n]) for n in range(6) if n % 2 if n > 1]
tf.get_variable("counts_%d_%d_%d" % (len(weights), len(flat), len(odd)), [1])
n = 7
shadow = [n for n in range(3)]
tf.get_variable("n%d" % n, [1])
