# Bytes, compiled patterns, nested text, and methods that are asked for.
import operator
import re

import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
asked = []


def told(make):
    try:
        value = str(make())
    except Exception as error:
        value = type(error).__name__
    shown = "".join(c if c.isalnum() and c < "~" or c in ".-" else "_" for c in value)
    asked.append(shown)
    tf.get_variable("%d.%s" % (len(asked), shown), [1])


def used(make):
    make()
    asked.append("")
    tf.get_variable("%d" % len(asked), [1])


used(lambda: b"ab".decode("utf-8"))
used(lambda: b"ab".decode())
used(lambda: b"a,b".split(b",")[0])
used(lambda: b"ab".upper())
used(lambda: b"ab".startswith(b"a"))
told(lambda: len(b"ab"))
told(lambda: b"ab"[1:])
told(lambda: b"ab"[5])
told(lambda: bytes([65, 66]))
told(lambda: b"ab" + b"c")
told(lambda: b"ab" * 2)
told(lambda: b"a" + "b")
told(lambda: b"a" == b"a")
told(lambda: list(b"ab"))
told(lambda: re.search(re.compile("a"), "ba").start())
told(lambda: re.match(re.compile(r"(\d+)-(\d+)"), "12-3").groups())
told(lambda: re.sub(re.compile("a"), "b", "aca"))
told(lambda: re.compile("(a)(b)").match("ab").group(1, 2))
told(lambda: re.compile("(a)(b)").match("ab").group())
told(lambda: re.compile("x").search("ab"))
told(lambda: re.compile("a").match("ab").end())
told(lambda: re.compile("a|b").split("1a2b3"))
told(lambda: re.findall(re.compile("[ab]"), "xaybz"))
used(lambda: re.compile("a").match("ab", 1))
told(lambda: repr([[[[[[1]]]]]]))
used(lambda: repr([[[[[[[[1]]]]]]]])[:3])
told(lambda: str([[[[[["a"]]]]]]))
told(lambda: repr(("a", ["b", {"c": ("d",)}])))
told(lambda: "{!r}".format(["a"]))
told(lambda: "%r" % (("a",),))
told(lambda: "%s and %s" % ("a", [1]))
told(lambda: "%(a)s-%(b)03d" % {"a": "x", "b": 7})
told(lambda: "{:>{w}}|".format("a", w=4))
told(lambda: "{0:{1}}|".format("a", 3))
told(lambda: "{:{}.{}f}".format(3.14159, 8, 2))
told(lambda: "{0[a]} {1.real}".format({"a": 1}, 2))
told(lambda: f"{'a':>{3}}|{2:0{4}d}")
told(lambda: f"{[1, 2]!r:>8}")
told(lambda: sorted([("b", 2), ("a", 2)], key=operator.itemgetter(1)))
told(lambda: sorted([3, 1, 2], key=operator.neg))
told(lambda: list(map(operator.methodcaller("split", ","), ["a,b", "c"])))
told(lambda: operator.attrgetter("real")(3))
told(lambda: operator.itemgetter(1, 0)("ab"))
told(lambda: max([(1, "a"), (1, "b")]))
told(lambda: min(["b", "a"], key=ord))
told(lambda: sorted({"b": 1, "a": 2}, key=lambda k: k))
used(lambda: {"a": 1}.keys() - {"a"})
told(lambda: sorted({"a": 1, "b": 2}.keys() & ["a"]))
told(lambda: sorted({"a": 1}.keys() ^ {"b": 1}.keys()))
told(lambda: {"a": 1}.items() == {("a", 1)})
told(lambda: {"a": 1}.keys() == {"a": 2}.keys())
told(lambda: {"a": 1}.keys() <= {"a", "b"})
told(lambda: "".join(reversed("abc")))
told(lambda: "a".join("bcd"))
told(lambda: ",".join(str(v) for v in range(3)))
used(lambda: "a-b_c".translate(str.maketrans("-_", "  ")).split())
