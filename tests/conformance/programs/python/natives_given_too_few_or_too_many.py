# Python's own functions and methods refuse too few and too many arguments with a TypeError.
import collections
import copy
import functools
import itertools
import math
import operator
import os

import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

items, table, word, numbers = [3], {"a": 1}, "ab", {1}


def told(label, function):
    try:
        function()
    except TypeError:
        tf.get_variable(label + "_refused", [])
    else:
        tf.get_variable(label + "_taken", [])


METHODS = [
    lambda: items.append(),
    lambda: items.append(1, 2),
    lambda: items.insert(1),
    lambda: items.pop(0, 1),
    lambda: items.index(),
    lambda: items.copy(1),
    lambda: table.get(),
    lambda: table.get("a", 1, 2),
    lambda: table.pop(),
    lambda: table.setdefault(),
    lambda: table.items(1),
    lambda: table.update({}, {}),
    lambda: dict.get({}),
    lambda: word.join(),
    lambda: word.lower(1),
    lambda: word.split(",", 1, 2),
    lambda: word.startswith(),
    lambda: str.join(),
    lambda: numbers.add(),
    lambda: numbers.discard(),
    lambda: (1,).count(),
    lambda: collections.deque([1]).appendleft(),
    lambda: (x for x in items).send(),
    lambda: word.split(sep="b"),
    lambda: table.get("b", 2),
]
FUNCTIONS = [
    lambda: len(),
    lambda: len(items, items),
    lambda: divmod(1),
    lambda: divmod(1, 2, 3),
    lambda: isinstance(1),
    lambda: range(),
    lambda: range(1, 2, 3, 4),
    lambda: int(1, 2, 3),
    lambda: float(1, 2),
    lambda: map(len),
    lambda: setattr(word, "x"),
    lambda: max(),
    lambda: slice(),
    lambda: enumerate(),
    lambda: enumerate(iterable=items),
    lambda: round(number=2.5),
    lambda: zip(),
    lambda: max(items, key=abs),
]
LIBRARY = [
    lambda: operator.add(1),
    lambda: operator.itemgetter(0)(),
    lambda: copy.copy(),
    lambda: copy.copy(x=items),
    lambda: functools.partial(),
    lambda: functools.lru_cache()(),
    lambda: functools.reduce(operator.add),
    lambda: itertools.repeat(),
    lambda: itertools.islice(items),
    lambda: itertools.chain(),
    lambda: math.sqrt(),
    lambda: math.sqrt(1.0, 2.0),
    lambda: math.gcd(1.5, 2),
    lambda: os.path.join(),
    lambda: os.path.join(a=word),
    lambda: os.path.basename(word, word),
    lambda: collections.Counter(items, items),
    lambda: collections.namedtuple("Pair"),
]
for kind, functions in (("method", METHODS), ("function", FUNCTIONS), ("library", LIBRARY)):
    for at, function in enumerate(functions):
        told("%s_%d" % (kind, at), function)
