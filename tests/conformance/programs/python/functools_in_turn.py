# What functools, operator and copy give decides about names.
import copy
import functools
import operator

import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def told(name, *values):
    text = ".".join(str(value) for value in values)
    shown = "".join(c if c.isalnum() or c in ".-" else "_" for c in text)
    tf.get_variable(name + "." + shown, [1])


def added(a, b=10, *rest, **named):
    return a + b + sum(rest) + sum(named.values())


part = functools.partial(added, 1, c=100)
told("partial", part(), part(2), part(2, 3), part(c=0, d=5), functools.partial(part, 7)(1))
told("parts", part.args, part.keywords, part.func is added)
told("reduce", functools.reduce(lambda a, b: a * b, [1, 2, 3]), functools.reduce(max, [3], 5))
calls = []


@functools.lru_cache(maxsize=None)
def squared(n):
    calls.append(n)
    return n * n


told("cached", squared(2), squared(2), squared(3), calls)


@functools.lru_cache()
def counted(n):
    calls.append("c")
    return len(calls)


told("again", counted(1), counted(1), counted(2))


@functools.wraps(added)
def wrapped(*args):
    return added(*args) * 2


told("wraps", wrapped(1), wrapped.__name__)
told("getter", operator.itemgetter(1)([5, 6]), operator.itemgetter("a", "b")({"a": 1, "b": 2}))
told("attribute", operator.attrgetter("real")(3))
told("operators", operator.add(1, 2), operator.mul(3, 4), operator.sub(5, 1))
told("sorted", sorted([(1, "b"), (0, "c")], key=operator.itemgetter(1)))


class Box(object):
    def __init__(self, held):
        self.held = held

    def get(self, plus=0):
        return self.held + plus


box = Box([1, [2]])
shallow, deep = copy.copy(box), copy.deepcopy(box)
box.held.append(3)
box.held[1].append(4)
told("copies", shallow.held, deep.held, shallow is box, shallow.held is box.held)
lists = [[1], [2]]
again, deeply = copy.copy(lists), copy.deepcopy(lists)
lists[0].append(9)
told(
    "lists", again, deeply, copy.copy((1, 2)), copy.deepcopy({"a": [1]}), sorted(copy.copy({1, 2}))
)
same = [1]
twice = copy.deepcopy([same, same])
twice[0].append(2)
told("shared", twice)


class Kept(object):
    made = 0

    @property
    def value(self):
        Kept.made += 1
        return Kept.made


told("property", Kept().value, Kept().value)


@functools.singledispatch
def shown(value):
    return "any"
