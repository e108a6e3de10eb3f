# What methods and operators of sets give, and the errors they raise, decides about names.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def told(name, *values):
    text = ".".join(str(value) for value in values)
    shown = "".join(c if c.isalnum() or c in ".-" else "_" for c in text)
    tf.get_variable(name + "." + shown, [1])


s = {3, 1, 2}
t = set([2, 3, 4])
told("operators", sorted(s | t), sorted(s & t), sorted(s - t), sorted(s ^ t))
told("methods", sorted(s.union(t)), sorted(s.intersection(t)), sorted(s.difference(t)))
told("more", sorted(s.symmetric_difference(t)), sorted(s.union([9], [8])))
told("compare", s <= t, s < {1, 2, 3, 4}, s >= {1}, s > s, s == {1, 2, 3}, s != t)
told("subset", {1}.issubset(s), s.issuperset([1, 2]), s.isdisjoint({7}), s.isdisjoint(t))
s.add(5)
s.add(5)
told("add", sorted(s), len(s))
s.discard(5)
s.discard(50)
s.remove(1)
told("discard", sorted(s))
try:
    s.remove(99)
except KeyError as error:
    told("removed", error)
s.update([7, 8], {9})
told("update", sorted(s))
s |= {10}
s -= {7}
s &= {8, 9, 10, 2}
told("augmented", sorted(s))
c = s.copy()
c.clear()
told("clear", len(c), len(s), bool(c))
told("pop", {4}.pop())
told("frozen", sorted(frozenset("aba")), 3 in frozenset([3]), len(frozenset()))
told("in", 2 in s, 77 in s, 77 not in s)
told("comprehension", sorted({n % 3 for n in range(10)}))
told("sum", sum({1, 2, 3}), max({4, 9}), min({4, 9}))
told("from", sorted(set("hello")), sorted(set({"k": 1})))
