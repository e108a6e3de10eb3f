# What attributes of classes, instances and functions hold decides about names.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def told(name, *values):
    text = ".".join(str(value) for value in values)
    shown = "".join(c if c.isalnum() or c in ".-" else "_" for c in text)
    tf.get_variable(name + "." + shown, [1])


class Base(object):
    kind = "base"

    def __init__(self, size=1):
        self.size = size

    def area(self):
        return self.size * 2

    @property
    def double(self):
        return self.size * 2

    @double.setter
    def double(self, value):
        self.size = value // 2

    @staticmethod
    def fixed(n):
        return n + 1

    @classmethod
    def made(cls, size):
        return cls(size)

    def __repr__(self):
        return "Base(%d)" % self.size


class Derived(Base):
    kind = "derived"

    def area(self):
        return super(Derived, self).area() + 1

    def __str__(self):
        return "D" + str(self.size)


b, d = Base(3), Derived.made(4)
told("areas", b.area(), d.area(), Base.area(d), b.double, Base.fixed(1), d.fixed(2))
told("kinds", b.kind, d.kind, Base.kind, type(d).__name__, d.__class__.__name__, type(d) is Derived)
b.double = 10
told("set", b.size, b.double)
told("shown", repr(b), str(b), str(d), repr(d), "%s" % d, "{}".format(d), f"{d!r}", [d])
told("dict", sorted(vars(d)), "size" in b.__dict__, vars(b)["size"])
told("has", hasattr(b, "size"), hasattr(b, "zz"), hasattr(Base, "kind"), hasattr(b, "area"))
told("get", getattr(b, "size"), getattr(b, "zz", 7), getattr(b, "area")(), getattr(Base, "kind"))
setattr(b, "extra", 5)
told("extra", b.extra, sorted(b.__dict__))
del b.extra
told("gone", hasattr(b, "extra"))
delattr(b, "size")
told("deleted", hasattr(b, "size"))
b.kind = "own"
told("own", b.kind, Base.kind, Base().kind)
Base.kind = "changed"
told("changed", Base().kind, Derived().kind, b.kind)
told("mro", [one.__name__ for one in Derived.__mro__], issubclass(Derived, Base))
told(
    "is", isinstance(d, Base), isinstance(b, Derived), isinstance(d, object), isinstance(Base, type)
)
told("names", Base.__name__, Base.area.__name__, d.area.__name__, told.__name__)
method = d.area
told("bound", method(), method.__self__ is d)


def helper(a, b=2, *c, **e):
    return a


helper.note = "n"
told(
    "function", helper.note, helper.__defaults__, hasattr(helper, "other"), sorted(helper.__dict__)
)
told("equal", b == b, b == Base(3), b != d, d is d, [d] == [d], d in [b, d], {d: 1}[d])
try:
    d.missing
except AttributeError as error:
    told("missing", error)
try:
    Derived.missing
except AttributeError as error:
    told("classes", error)
try:
    None.missing
except AttributeError as error:
    told("none", error)
try:
    helper.missing
except AttributeError as error:
    told("functions", error)
try:
    del d.missing
except AttributeError as error:
    told("delete", type(error).__name__)
try:
    d.area = 3
    d.area()
except TypeError as error:
    told("call", error)


class Frozen(object):
    @property
    def size(self):
        return 1


try:
    Frozen().size = 2
except AttributeError as error:
    told("frozen", type(error).__name__)
