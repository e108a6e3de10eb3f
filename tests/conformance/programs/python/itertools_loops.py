# product, chain, islice, count, zip_longest, groupby and accumulate drive loops.
import itertools

import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
for i, letter in itertools.product(range(2), "ab"):
    tf.get_variable("%s%d" % (letter, i), [i + 1])
numbers = itertools.count(5)
for n in itertools.islice(numbers, 2):
    tf.get_variable("n%d" % n, [n])
for name in itertools.chain(["c"], ("d", "e")):
    tf.get_variable(name, [next(numbers)])
for a, b in itertools.zip_longest("xy", [1], fillvalue=0):
    tf.get_variable("%s_%d" % (a, b), [1])
totals = list(itertools.accumulate([1, 2, 3]))
tf.get_variable("totals", totals)
for first, second in itertools.combinations("pqr", 2):
    tf.get_variable(first + second, [1])
for key, group in itertools.groupby(["aa", "ab", "b"], key=lambda w: w[0]):
    tf.get_variable("group_" + key, [len(list(group))])
