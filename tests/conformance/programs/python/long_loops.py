# A loop over a known number of items runs to its end, however long.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

weights = [tf.get_variable("w%d" % i, [1 + i % 2]) for i in range(60)]
for weight, number in zip(weights, range(60)):
    tf.Variable(tf.zeros(weight.shape), name="moment")
for index, weight in enumerate(weights[:50]):
    if index % 25 == 0:
        tf.get_variable("at%d" % index, [index + 1])


def some():
    for weight in weights:
        yield weight


total = 0
for weight in some():
    total += int(weight.shape[0])
tf.get_variable("total", [total])
tf.get_variable("all", [len([v for v in tf.global_variables() if "w" in v.name])])
