# Copies: members of enums stay themselves, dicts that are objects get items of their own.
# tensorflow: 1.15
import copy
import enum

import tensorflow as tf


class Target(enum.Enum):
    LOCAL = 1
    REMOTE = 2


class Options(dict):
    def __getattr__(self, name):
        try:
            return self[name]
        except KeyError:
            raise AttributeError(name)

    def __setattr__(self, name, value):
        self[name] = value


class Settings(object):
    def __init__(self):
        self.target = Target.LOCAL
        self.sizes = [1, 2]
        self.options = Options(units=3)


class Shared(object):
    made = 0

    def __copy__(self):
        Shared.made += 1
        return self

    def __deepcopy__(self, memo):
        Shared.made += 10
        return self


first = Settings()
second, third = copy.copy(first), copy.deepcopy(first)
assert third.target == Target.LOCAL and second.target is Target.LOCAL
assert copy.copy(Target.REMOTE) is Target.REMOTE
second.sizes.append(3)
third.sizes.append(4)
third.options.units = 5
fourth = copy.copy(first.options)
fourth.units = 7
fourth.update(depth=2)
tf.get_variable("sizes", [len(first.sizes), len(second.sizes), len(third.sizes)])
tf.get_variable("units", [first.options.units, third.options.units, fourth.units])
tf.get_variable("options_%d_%d" % (len(first.options), len(fourth)), [1])
shared = Shared()
same = copy.copy(shared) is shared and copy.deepcopy([shared])[0] is shared
tf.get_variable("shared_%s_%d" % (same, Shared.made), [1])


class Refusing(dict):
    def __getattr__(self, name):
        return self[name]


copy.deepcopy(Refusing(units=9))
