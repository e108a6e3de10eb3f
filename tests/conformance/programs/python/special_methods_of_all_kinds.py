# Operators, items, calls and tests of objects go through their special methods.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def told(name, *values):
    text = ".".join(str(value) for value in values)
    shown = "".join(c if c.isalnum() or c in ".-" else "_" for c in text)
    tf.get_variable(name + "." + shown, [1])


class Vector(object):
    def __init__(self, *held):
        self.held = list(held)

    def __add__(self, other):
        return Vector(*[a + b for a, b in zip(self.held, getattr(other, "held", [other] * 9))])

    def __radd__(self, other):
        return self + other

    def __sub__(self, other):
        return Vector(*[a - other for a in self.held])

    def __rsub__(self, other):
        return Vector(*[other - a for a in self.held])

    def __mul__(self, by):
        return Vector(*[a * by for a in self.held])

    __rmul__ = __mul__

    def __truediv__(self, by):
        return Vector(*[a / by for a in self.held])

    def __floordiv__(self, by):
        return Vector(*[a // by for a in self.held])

    def __mod__(self, by):
        return Vector(*[a % by for a in self.held])

    def __pow__(self, by):
        return Vector(*[a**by for a in self.held])

    def __matmul__(self, other):
        return sum(a * b for a, b in zip(self.held, other.held))

    def __and__(self, other):
        return "and"

    def __or__(self, other):
        return "or"

    def __xor__(self, other):
        return "xor"

    def __lshift__(self, other):
        return "left"

    def __rshift__(self, other):
        return "right"

    def __neg__(self):
        return Vector(*[-a for a in self.held])

    def __pos__(self):
        return "pos"

    def __invert__(self):
        return "inverted"

    def __abs__(self):
        return "abs"

    def __iadd__(self, other):
        self.held.append(other)
        return self

    def __eq__(self, other):
        return isinstance(other, Vector) and self.held == other.held

    def __ne__(self, other):
        return not self == other

    def __lt__(self, other):
        return self.held < other.held

    def __le__(self, other):
        return self.held <= other.held

    def __gt__(self, other):
        return self.held > other.held

    def __ge__(self, other):
        return self.held >= other.held

    def __hash__(self):
        return 3

    def __len__(self):
        return len(self.held)

    def __bool__(self):
        return bool(self.held)

    __nonzero__ = __bool__

    def __getitem__(self, at):
        return self.held[at]

    def __setitem__(self, at, value):
        self.held[at] = value

    def __delitem__(self, at):
        del self.held[at]

    def __contains__(self, value):
        return value in self.held

    def __iter__(self):
        return iter(self.held)

    def __reversed__(self):
        return reversed(self.held)

    def __call__(self, *args, **kwargs):
        return (args, sorted(kwargs))

    def __int__(self):
        return 5

    def __float__(self):
        return 5.5

    def __index__(self):
        return 1

    def __str__(self):
        return "V%s" % self.held

    def __format__(self, form):
        return "formatted " + form

    def __enter__(self):
        return "entered"

    def __exit__(self, kind, value, trace):
        return kind is not None and issubclass(kind, KeyError)


v, w = Vector(1, 2), Vector(3, 4)
told("arithmetic", v + w, v - 1, 10 - v, v * 3, 3 * v)
told("more", v / 2, w // 2, w % 2, w**2, v @ w)
told("bits", v & w, v | w, v ^ w, v << w, v >> w)
told("unary", -v, +v, ~v, abs(v))
told("compare", v == w, v == Vector(1, 2), v != w, v < w, v <= w, v > w, v >= w)
told(
    "container", len(v), v[0], v[-1], v[0:1], 2 in v, 7 in v, 7 not in v, list(v), list(reversed(v))
)
told("bool", bool(v), bool(Vector()), not Vector(), "yes" if Vector() else "no")
told(
    "call", v(1, 2, a=3), int(v), float(v), [10, 20][v], str(v), f"{v}", f"{v:>3}", "{:x}".format(v)
)
v[0] = 9
told("set", v)
del v[0]
told("deleted", v)
v += 5
told("added", v)
told("unpacked", *w)
first, second = w
told("sum", first, second, sum(w), max(w), sorted(w, reverse=True), dict([w]), tuple(w), min(v, w))
with w as entered:
    told("entered", entered)
    raise KeyError("swallowed")
told("hashed", {v: "v"}[v], sum([v, w], Vector(0, 0)))
for at, one in enumerate(w):
    told("item%d" % at, one)


class Old(object):
    def __getitem__(self, at):
        if at > 2:
            raise IndexError
        return at * 10


told("old", list(Old()), [n for n in Old()])


class Steps(object):
    def __init__(self):
        self.at = 0

    def __iter__(self):
        return self

    def __next__(self):
        self.at += 1
        if self.at > 3:
            raise StopIteration
        return self.at

    next = __next__


told("steps", list(Steps()), next(Steps()), sum(Steps()), list(zip(Steps(), "ab")))


class Plain(object):
    def __len__(self):
        return 0


told("plain", bool(Plain()), Plain() == Plain())


class Missing(dict):
    def __missing__(self, key):
        return "no " + key


told("missing", Missing(a=1)["a"], Missing()["b"])
