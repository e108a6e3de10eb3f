# What the functions of re give decides about names.
import re

import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def told(name, *values):
    text = ".".join(str(value) for value in values)
    shown = "".join(c if c.isalnum() or c in ".-" else "_" for c in text)
    tf.get_variable(name + "." + shown, [1])


name = "conv2d_12/kernel:0"
told("match", re.match(r"conv(\d)d_(\d+)", name).groups(), re.match("kernel", name))
m = re.search(r"_(?P<number>\d+)/(\w+)", name)
told("search", m.group(), m.group(0), m.group(1), m.group(2), m.group("number"), m.group(1, 2))
told("span", m.start(), m.end(), m.span(), m.start(1))
told("sub", re.sub(r"\d+", "N", name), re.sub(r"(\w)d", r"\1D", name))
told("split", re.split(r"[/:_]", name), re.split("(a)", "xay"))
told("findall", re.findall(r"\d+", name), re.findall(r"(\w)(\d)", name))
told("fullmatch", bool(re.fullmatch(r"\w+", "abc")), bool(re.fullmatch(r"\w+", "a/c")))
p = re.compile(r"(\w+)/(\w+)")
told("compiled", p.match(name).group(2), p.sub(r"\2", name), p.findall("a/b c/d"), p.pattern)
told("escape", re.escape("a.b"), bool(re.search(re.escape("."), "abc")))
told("none", re.search("zz", name) is None, not re.match("zz", name))
if re.search(":0$", name):
    told("ends", name[:-2])
for at, found in enumerate(re.findall("[a-z]+", name)):
    told("word%d" % at, found)
try:
    m.group(7)
except IndexError as error:
    told("group", error)
