# What os.path, math, string and json give decides about names.
import json
import math
import os
import os.path as path
import string

import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def told(name, *values):
    text = ".".join(str(value) for value in values)
    shown = "".join(c if c.isalnum() or c in ".-" else "_" for c in text)
    tf.get_variable(name + "." + shown, [1])


told(
    "join",
    path.join("a", "b.txt"),
    os.path.join("a", "/b"),
    os.path.join("a/", "b"),
    os.path.join("a"),
)
told(
    "split",
    path.basename("a/b.txt"),
    path.dirname("a/b.txt"),
    path.split("a/b"),
    path.splitext("a/b.tar.gz"),
)
told("normal", path.normpath("a/../b//c"), os.sep, path.isabs("/a"), path.isabs("a"))
told(
    "math",
    math.sqrt(16),
    math.ceil(2.1),
    math.floor(2.9),
    math.log(1),
    math.log(8, 2),
    math.log2(8),
)
told("more", math.pow(2, 3), math.exp(0), math.fabs(-2), math.gcd(12, 18), math.hypot(3, 4))
told("rounded", round(math.pi, 3), round(math.e, 3), math.trunc(2.7))
told("inf", math.inf > 1, -math.inf)
told("trigonometry", math.cos(0), round(math.sin(math.pi / 2), 5))
told("letters", string.ascii_lowercase[:3], string.digits, string.ascii_uppercase[-1])
told("json", json.loads('{"a": [1, 2.5, null, true]}')["a"], json.loads("[3]")[0])
told("environment", os.environ.get("SCOPECHECK_NO_SUCH", "none"))
os.environ["SCOPECHECK_SET"] = "yes"
told("set", os.environ["SCOPECHECK_SET"], os.environ.get("SCOPECHECK_SET", "no"))
told("getenv", os.getenv("SCOPECHECK_SET"), os.getenv("SCOPECHECK_NO_SUCH", "d"))
try:
    math.sqrt(-1)
except ValueError as error:
    told("domain", error)
try:
    math.log(0)
except ValueError as error:
    told("log", error)
