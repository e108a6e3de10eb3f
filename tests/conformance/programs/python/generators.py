# A generator runs between its yields: variables are made as they are asked for, and a for loop takes the rest.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def weights(scope):
    index = 0
    while True:
        with tf.variable_scope(scope):
            variable = tf.get_variable("w%d" % index, [index + 1])
        yield variable
        index += 1


def firsts(count, *generators):
    for generator in generators:
        for _ in range(count):
            yield next(generator)


a, b = weights("a"), weights("b")
next(b)
made = list(firsts(2, a, b))
tf.get_variable("then", [len(made)])
names = (v.op.name for v in made)
for name in names:
    tf.get_variable("copy_" + name.replace("/", "_"), [1])
tf.get_variable("empty_%s" % next(names, "yes"), [1])
