# Inner functions see the variables of the function around them as they are when called.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def builder(scope):
    count = 0

    def build(units):
        nonlocal count
        count += 1
        with tf.variable_scope(scope):
            return tf.get_variable("layer%d" % count, [units])

    def total():
        return count

    return build, total


build_a, total_a = builder("a")
build_b, total_b = builder("b")
build_a(1)
build_a(2)
build_b(3)
makers = [lambda n=n: tf.get_variable("m%d" % n, [1]) for n in range(2)]
for maker in makers:
    maker()
late = [lambda: "late%d" % n for n in range(3)]
tf.get_variable(late[0]() + str(total_a() - total_b()), [1])
