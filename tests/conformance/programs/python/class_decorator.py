# A class decorator registers the class, and a counting decorator object replaces a function.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
models = {}


def register(name):
    def add(cls):
        models[name] = cls
        return cls

    return add


class counted:
    def __init__(self, function):
        self.function = function
        self.calls = 0

    def __call__(self, *args):
        self.calls += 1
        return self.function(self.calls, *args)


@counted
def weight(call, size):
    return tf.get_variable("w%d" % call, [size])


@register("a")
class First:
    def __init__(self):
        weight(2)


@register("b")
class Second:
    def __init__(self):
        weight(3)


for key in sorted(models, reverse=True):
    models[key]()
tf.get_variable("calls%d" % weight.calls, [1])
