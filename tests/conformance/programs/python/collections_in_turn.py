# What the types of collections give decides about names.
import collections
from collections import Counter, OrderedDict, defaultdict, deque, namedtuple

import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def told(name, *values):
    text = ".".join(str(value) for value in values)
    shown = "".join(c if c.isalnum() or c in ".-" else "_" for c in text)
    tf.get_variable(name + "." + shown, [1])


Point = namedtuple("Point", ["x", "y"])
p = Point(1, y=2)
told("point", p.x, p.y, p[0], p[-1], len(p), list(p), p == (1, 2), p)
told(
    "changed", p._replace(x=5), p._asdict()["y"], Point._fields, Point._make([7, 8]), Point(*[3, 4])
)
x, y = p
told("unpacked", x, y, p + (3,), isinstance(p, tuple), max(p), type(p).__name__)
Sized = namedtuple("Sized", "units rate keep")
Sized.__new__.__defaults__ = (0.1, True)
told("defaults", Sized(3), Sized(3, keep=False).keep)
Given = namedtuple("Given", "a, b", defaults=[9])
told("given", Given(1), Given(1, 2).b)
d = defaultdict(list)
d["a"].append(1)
d["a"].append(2)
d["b"]
told("defaultdict", sorted(d), d["a"], len(d), "zz" in d, d.get("zz"), len(d))
n = defaultdict(int)
for c in "hello":
    n[c] += 1
told("counts", sorted(n.items()), defaultdict(lambda: 5)["q"])
c = Counter("abracadabra")
told("counter", c["a"], c["zz"], c.most_common(1), sum(c.values()), sorted(c))
c.update("aaa")
told("update", c["a"], sorted(Counter(a=2, b=1).elements()))
q = deque([1, 2, 3], maxlen=3)
q.append(4)
told("deque", list(q), q.popleft(), q.pop(), len(q))
q.appendleft(0)
q.extend([7, 8])
told("extend", list(q), q[0], q[-1])
r = deque()
r.append(1)
r.extendleft([2, 3])
told("left", list(r))
r.rotate(1)
told("rotate", list(r), bool(deque()))
o = OrderedDict([("b", 1), ("a", 2)])
o["c"] = 3
o.move_to_end("b")
told("ordered", list(o), o.popitem(), list(o.items()))
o.move_to_end("a", last=False)
told("first", list(o), OrderedDict(a=1) == {"a": 1})
chained = collections.ChainMap({"a": 1}, {"a": 2, "b": 3})
try:
    Point(1)
except TypeError as error:
    told("missing", type(error).__name__)
try:
    p.z
except AttributeError as error:
    told("attribute", error)
try:
    Sized(1).rate = 5
except AttributeError as error:
    told("set", type(error).__name__)
try:
    deque().popleft()
except IndexError as error:
    told("empty", type(error).__name__)
