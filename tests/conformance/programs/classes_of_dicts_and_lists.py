# Classes that inherit dict and list hold what they are given; items may be attributes.
import collections

import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


class Attributes(dict):
    __getattr__ = dict.__getitem__
    __setattr__ = dict.__setitem__
    __delattr__ = dict.__delitem__


class Itself(dict):
    def __init__(self, *args, **kwargs):
        super(Itself, self).__init__(*args, **kwargs)
        self.__dict__ = self


class Ordered(collections.OrderedDict):
    def __missing__(self, key):
        return [9]


class Doubled(dict):
    def __getitem__(self, key):
        return 2 * dict.__getitem__(self, key)


class Widths(list):
    def twice(self):
        return Widths(2 * one for one in self)


def make(name, shape):
    return tf.get_variable(name, shape)


one = Attributes(name="one", shape=[2])
make(one.name, one.shape)
one.name = "two"
del one.shape
make(one["name"], [len(one), 3])
itself = Itself({"name": "three"}, shape=[4])
itself.other = "four"
make(itself["other"], itself.shape)
itself["name"] = "five"
make(itself.name, [len(itself.__dict__)])
ordered = Ordered([("six", [1]), ("seven", [2])])
for name in ordered:
    make(name, ordered[name])
make("eight", ordered["nothing"])
make("nine", [Doubled(a=3)["a"], Doubled(a=3).get("a")])
widths = Widths([1, 2])
widths.append(3)
make("ten", list(widths.twice()))
make("eleven", [width for width in widths if width in Widths((2, 3))])
make(**dict(Attributes(name="twelve", shape=[5])))
make("twelve", [6])
