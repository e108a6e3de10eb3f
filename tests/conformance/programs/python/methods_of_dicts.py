# What methods of dicts and sets give, and the errors they raise, decides about names.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def told(name, *values):
    text = ".".join(str(value) for value in values)
    shown = "".join(c if c.isalnum() or c in ".-" else "_" for c in text)
    tf.get_variable(name + "." + shown, [1])


d = {"a": 1, "b": 2}
told("get", d.get("a"), d.get("z"), d.get("z", 3))
told("keys", list(d), list(d.keys()), list(d.values()), list(d.items()))
told("pop", d.pop("a"), d.pop("a", 7), d)
told("default", d.setdefault("c", 5), d.setdefault("c", 6), d)
d.update({"b": 8}, e=9)
told("update", d)
d.update([("f", 1), ("g", 2)])
told("pairs", d, len(d))
told("item", d.popitem(), d)
told("in", "b" in d, "z" in d, "z" not in d)
copied = d.copy()
copied["b"] = 100
del copied["c"]
told("copy", d, copied)
told("from", dict.fromkeys("xy"), dict.fromkeys(["p", "q"], 0))
told("made", dict(a=1), dict([("k", 2)]), dict({"m": 3}, n=4), dict(zip("ab", (1, 2))))
told("equal", d == dict(d), d != copied, {} == {}, {"a": 1} == {"a": 2})
told("merged", {**d, "b": 0, **{"y": 1}})
copied.clear()
told("clear", copied, bool(copied))
told("view", "b" in d.keys(), 8 in d.values(), ("b", 8) in d.items())
told("sorted", sorted(d), sorted(d.items(), key=lambda pair: -pair[1]), max(d, key=d.get))
told("reversed", list(reversed(list(d))))
told("nested", {"a": {"b": [1, 2]}}["a"]["b"][1])
try:
    d["zz"]
except KeyError as error:
    told("missing", error, repr(error), error.args)
try:
    {}.popitem()
except KeyError as error:
    told("empty", error)
try:
    d.pop("zz")
except KeyError as error:
    told("popped", error)
try:
    del d["zz"]
except KeyError as error:
    told("deleted", error)
for at, key in enumerate(d):
    told("key%d" % at, key)
for at, (key, value) in enumerate(d.items()):
    told("pair%d" % at, key, value)
