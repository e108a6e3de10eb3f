# What methods of strings give decides about names.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def told(name, *values):
    text = ".".join(str(value) for value in values)
    shown = "".join(c if c.isalnum() or c in ".-" else "_" for c in text)
    tf.get_variable(name + "." + shown, [1])


s = "Hidden layer_1"
told("case", s.upper(), s.lower(), s.title(), s.swapcase(), "abc".capitalize())
told("strip", "  x ".strip(), " x".lstrip(), "x ".rstrip(), "xxaxx".strip("x"), "abc".rstrip("c"))
told("split", s.split(), s.split("_"), "a,b,c".split(",", 1), "a,b,c".rsplit(",", 1), "".split())
told("part", s.partition("_"), s.rpartition("_"), "abc".partition("z"), "abc".rpartition("z"))
told("find", s.find("layer"), s.find("z"), s.index("layer"), s.rfind("d"), s.rindex("d"))
told("count", s.count("d"), s.count("zz"), len(s))
told("starts", s.startswith("Hid"), s.endswith("1"), s.startswith(("x", "H")), s.startswith("d", 2))
told("replace", s.replace("d", "t"), s.replace("d", "t", 1))
told("join", "-".join(["a", "b"]), "".join("xyz"), ", ".join(str(n) for n in range(3)))
told("pad", "7".zfill(3), "-7".zfill(4), "x".ljust(3) + "|", "x".rjust(3), "x".center(5, "-"))
told("is", "12".isdigit(), "ab1".isalpha(), "ab1".isalnum(), " ".isspace(), "ab".islower())
told("are", "AB".isupper(), "a_b".isidentifier(), "1.5".isdigit(), "".isdigit(), "Ab".istitle())
told("lines", "a\nb\n".splitlines(), "a\nb".splitlines(True))
told("index", s[0], s[-1], s[2:5], s[::-1], s[::3])
told("in", "lay" in s, "zz" in s, "zz" not in s, "" in s)
told("times", "ab" * 2, 3 * "c", "a" + "b", "x" * 0)
told("compare", "a" < "b", "a" == "a", "B" < "a", "ab" >= "b")
told("format", "{}-{}".format(1, "b"), "{1}{0}".format("a", "b"), "{n:03d}".format(n=7))
told(
    "formats", "{:.2f}".format(3.14159), "{:>5}|".format("x"), "{0!r}".format("q"), "{{}}".format()
)
told("attribute", "{0.real}".format(5), "{0[1]}".format([7, 8]), "{d[k]}".format(d={"k": 3}))
told(
    "percent", "%s %d %5.1f %x %%" % ("a", 3, 2.25, 255), "%(k)s" % {"k": 4}, "%r" % "q", "%03d" % 5
)
told("percents", "%-4s|" % "ab", "%+d" % 3, "%e" % 12345.678, "%g" % 0.5, "%c" % "z", "%i" % 4.7)
n, x = 3, 2.5
told("f", f"{n}", f"{x:.3f}", f"{n:>4}", f"{n!r}", f"{n + 1}", f"{n:{4}d}", f"{'q'!s:>3}")
told("chars", ord("a"), chr(98))
told("prefix", "a.b.c".split(".")[-1], "/x/y".split("/"), "x=1".split("=")[0])
told("expand", "a\tb".expandtabs(4), "ß".casefold() == "ss")
told(
    "str", str(1.0), str(1e10), str(1e16), str(0.1), str(None), str(True), str([1, "a"]), str((1,))
)
told("repr", repr("a'b"), repr(1.5), repr(["x"]), repr({"k": (1, None)}), repr(()))
told("max", max("abc"), min("abc"), sorted("bca"), list("ab"), "".join(reversed("abc")))
try:
    "abc".index("z")
except ValueError as error:
    told("not", error)
try:
    "abc"[9]
except IndexError as error:
    told("range", error)
try:
    "a" + 1
except TypeError as error:
    told("type", type(error).__name__)
for at, c in enumerate("xyz"):
    told("char%d" % at, c)
