# What the functions of itertools give, one after the other, decides about names.
import itertools
from itertools import chain, count, cycle, islice, repeat

import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def told(name, *values):
    text = ".".join(str(value) for value in values)
    shown = "".join(c if c.isalnum() or c in ".-" else "_" for c in text)
    tf.get_variable(name + "." + shown, [1])


told(
    "chain", list(chain([1], (2, 3), "a")), list(chain.from_iterable([[1, 2], [3]])), list(chain())
)
told(
    "islice",
    list(islice(count(), 3)),
    list(islice(count(5, 2), 1, 6, 2)),
    list(islice("abcd", 2, None)),
)
told("cycle", list(islice(cycle([1, 2]), 5)), next(cycle("z")))
told("repeat", list(repeat(7, 3)), list(islice(repeat("x"), 2)), list(map(pow, [2, 3], repeat(2))))
told("product", list(itertools.product([1, 2], "ab")), list(itertools.product([0, 1], repeat=2)))
told(
    "permutations",
    list(itertools.permutations([1, 2, 3], 2)),
    len(list(itertools.permutations("abc"))),
)
told("combinations", list(itertools.combinations("abc", 2)))
told("replaced", list(itertools.combinations_with_replacement("ab", 2)))
told("accumulate", list(itertools.accumulate([1, 2, 3])), list(itertools.accumulate([2, 3], max)))
told("takewhile", list(itertools.takewhile(lambda n: n < 3, [1, 2, 3, 1])))
told("dropwhile", list(itertools.dropwhile(lambda n: n < 3, [1, 2, 3, 1])))
told("compress", list(itertools.compress("abcd", [1, 0, 1])))
told("starmap", list(itertools.starmap(lambda a, b: a * b, [(2, 3), (4, 5)])))
told(
    "longest",
    list(itertools.zip_longest([1, 2], "a")),
    list(itertools.zip_longest([1], "ab", fillvalue=0)),
)
told("groupby", [(key, list(group)) for key, group in itertools.groupby("aabc")])
told(
    "grouped", [(key, list(group)) for key, group in itertools.groupby([1, 3, 2], lambda n: n % 2)]
)
first, second = itertools.tee([1, 2])
told("tee", list(first), list(second))
source = iter([1, 2, 3, 4])
told("taken", next(source), list(islice(source, 2)), list(source), list(source))
ends = chain([1, 2], [3])
told("steps", next(ends), next(ends), next(ends), next(ends, None))
for at, n in zip(count(1), "ab"):
    told("count%d" % at, n)
for at, n in enumerate(cycle([1, 2])):
    if at > 2:
        break
    told("cycle%d" % at, n)
told("pairs", [(a, b) for a, b in zip(*[iter(range(6))] * 2)])
