# A parameter called name, a list called input and a function called sum hide the builtins.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def sum(values, name="sum"):
    result = ""
    for value in values:
        result += str(value)
    return name + result


input = [3, 4]
filter = lambda size: [size, size]
tf.get_variable(sum(input), filter(len(input)))
del sum
tf.get_variable("real%d" % sum(input), [1])
