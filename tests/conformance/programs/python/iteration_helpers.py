# enumerate, zip, reversed, sorted, range with steps, and star-unpacking of zip drive the names.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
names = ["conv", "pool", "fc"]
widths = (8, 16, 32)
for i, (name, width) in enumerate(zip(names, widths), start=1):
    tf.get_variable("%d_%s" % (i, name), [width])
for i in reversed(range(2)):
    tf.get_variable("down%d" % i, [1])
for i in range(10, 0, -4):
    tf.get_variable("step%d" % i, [1])
for name in sorted(names, key=lambda n: (len(n), n), reverse=True):
    tf.get_variable("sorted_" + name, [1])
firsts, seconds = zip(*[("a", 1), ("b", 2)])
for pair in map("{0}{1}".format, firsts, seconds):
    tf.get_variable(pair, [1])
for even in filter(lambda n: n % 2 == 0, range(4)):
    tf.get_variable("even%d" % even, [1])
