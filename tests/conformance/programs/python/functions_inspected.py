# What inspect says of functions, classes and modules decides which arguments are passed on.
# tensorflow: 1.15
import functools
import inspect

import tensorflow as tf


def dense(x, units, name=None, *rest, activation=None, **more):
    return tf.get_variable("%s_%d" % (name or "dense", units), [units])


def kept(function, given):
    names = inspect.getfullargspec(function).args
    return {name: value for name, value in given.items() if name in names}


class Net(object):
    size = 3

    def __init__(self, units, depth=2):
        self.units = units

    def build(self, x, units=4):
        return dense(x, units, "build")


def logged(function):
    @functools.wraps(function)
    def call(*args, **kwargs):
        return function(*args, **kwargs)

    return call


x = tf.zeros([1, 2])
dense(x, **kept(dense, {"units": 2, "name": "kept", "activation": None, "other": 1}))
spec = inspect.getfullargspec(dense)
tf.get_variable("args_" + "_".join(spec.args), [len(spec.defaults)])
tf.get_variable("rest_%s_%s_%s" % (spec.varargs, spec.varkw, spec.kwonlyargs[0]), [1])
tf.get_variable("net_" + "_".join(inspect.getfullargspec(Net).args), [1])
tf.get_variable("own_" + "_".join(inspect.getfullargspec(Net(1).build).args), [1])
found = inspect.signature(Net(1).build).parameters
tf.get_variable("signature_" + "_".join(found), [found["units"].default])
if found["x"].default is not inspect.Parameter.empty:
    raise TypeError("x has no default")
if found["x"].kind != found["x"].POSITIONAL_OR_KEYWORD or found["x"].default is not found["x"].empty:
    raise TypeError("x is a plain parameter")
kinds = [one.name for one in inspect.signature(dense).parameters.values()]
tf.get_variable("all_" + "_".join(kinds), [1])
named = [
    one.name
    for one in inspect.signature(dense).parameters.values()
    if one.kind == inspect.Parameter.POSITIONAL_OR_KEYWORD
]
tf.get_variable("named_" + "_".join(named), [1])
answers = [
    inspect.isclass(Net),
    inspect.isclass(dense),
    inspect.isfunction(dense),
    inspect.isfunction(Net(1).build),
    inspect.ismethod(Net(1).build),
    inspect.ismodule(functools),
    callable(Net),
]
tf.get_variable("answers_" + "".join(str(int(one)) for one in answers), [1])
tf.get_variable("wrapped_" + "_".join(inspect.signature(logged(dense)).parameters), [1])
for name, member in inspect.getmembers(Net, inspect.isfunction):
    if not name.startswith("__"):
        member(Net(2), x)
for name, member in inspect.getmembers(Net(3)):
    if name.islower() and not name.startswith("_"):
        tf.get_variable("member_" + name, [1])
