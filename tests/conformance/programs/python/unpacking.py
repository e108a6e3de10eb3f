# Star unpacking, nested targets, swaps and slices with steps.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
first, *middle, last = [1, 2, 3, 4]
(a, b), [c, *rest] = (5, 6), "xyz"
a, b = b, a
tf.get_variable("m%d_%d_%d" % (first, len(middle), last), middle)
tf.get_variable("%d%d%s%s" % (a, b, c, "".join(rest)), [1])
for index, (name, (rows, columns)) in enumerate([("p", (2, 3)), ("q", (4, 5))]):
    tf.get_variable("%s%d" % (name, index), [rows, columns])
numbers = list(range(10))
tf.get_variable("slice", numbers[1:8:3])
tf.get_variable("backwards", numbers[:-4:-1] + numbers[3:1:-1])
tf.get_variable("joined", [*numbers[1:3], *(7,), len({*numbers, 3})])
x = y = [first]
y.append(last)
tf.get_variable("same%d" % len(x), [1])
head, tail = "a/b/c".split("/", 1)
tf.get_variable(head + "_" + tail, [1])
