# What classes, attributes, special methods, properties and exceptions answer.
import abc
import enum
import types

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


class Plain:
    shared = []
    kind = "plain"

    def __init__(self, value=1, *rest, key=None, **named):
        self.value = value
        self.rest = rest
        self.key = key
        self.named = named

    def method(self, more=0):
        return self.value + more

    @property
    def double(self):
        return self.value * 2

    @double.setter
    def double(self, value):
        self.value = value // 2

    @property
    def fixed(self):
        return 7

    @property
    def broken(self):
        raise AttributeError("inside")

    @classmethod
    def made(cls, value):
        return cls(value)

    @staticmethod
    def added(a, b=2):
        return a + b


class Derived(Plain):
    kind = "derived"

    def __init__(self, value=5, **named):
        super().__init__(value, **named)

    def method(self, more=1):
        return super().method(more) * 10

    def __repr__(self):
        return "Derived(%s)" % self.value


class Number:
    def __init__(self, value):
        self.value = value

    def __add__(self, other):
        return Number(self.value + getattr(other, "value", other))

    __radd__ = __add__

    def __sub__(self, other):
        return NotImplemented

    def __rsub__(self, other):
        return "rsub"

    def __iadd__(self, other):
        self.value += 100
        return self

    def __mul__(self, other):
        return "mul"

    def __truediv__(self, other):
        return "truediv"

    def __floordiv__(self, other):
        return "floordiv"

    def __mod__(self, other):
        return "mod"

    def __pow__(self, other):
        return "pow"

    def __matmul__(self, other):
        return "matmul"

    def __and__(self, other):
        return "and"

    def __lshift__(self, other):
        return "lshift"

    def __neg__(self):
        return "neg"

    def __pos__(self):
        return "pos"

    def __invert__(self):
        return "invert"

    def __abs__(self):
        return "abs"

    def __eq__(self, other):
        return isinstance(other, Number) and self.value == other.value

    def __lt__(self, other):
        return self.value < other.value

    def __hash__(self):
        return hash(self.value)

    def __bool__(self):
        return self.value > 0

    def __int__(self):
        return 42

    def __float__(self):
        return 4.5

    def __index__(self):
        return 2

    def __len__(self):
        return 3

    def __contains__(self, item):
        return item == 9

    def __getitem__(self, at):
        if isinstance(at, slice):
            return ("slice", at.start, at.stop, at.step)
        if at == 4:
            raise IndexError(at)
        return at

    def __call__(self, *args, **named):
        return (args, sorted(named))

    def __str__(self):
        return "N%d" % self.value

    def __format__(self, how):
        return "F" + how


class Lazy:
    def __getattr__(self, name):
        if name.startswith("_"):
            raise AttributeError(name)
        return name + "!"


class Guarded:
    __slots__ = ("a", "b")

    def __init__(self):
        self.a = 1


class Watched:
    def __init__(self):
        object.__setattr__(self, "log", [])

    def __setattr__(self, name, value):
        self.log.append(name)
        object.__setattr__(self, name, value)

    def __delattr__(self, name):
        self.log.append("-" + name)
        object.__delattr__(self, name)


class Field:
    def __set_name__(self, owner, name):
        self.name = "_" + name

    def __get__(self, held, owner=None):
        return self if held is None else getattr(held, self.name, "none")

    def __set__(self, held, value):
        setattr(held, self.name, value + 1)


class Holder:
    field = Field()


class Meta(type):
    def __new__(mcs, name, bases, body, **named):
        made = super().__new__(mcs, name, bases, body)
        made.tag = name.lower()
        return made

    def __call__(cls, *args):
        held = super().__call__(*args)
        held.called = True
        return held

    def __len__(cls):
        return 11


class Tagged(metaclass=Meta):
    pass


class Registered:
    found = []

    def __init_subclass__(cls, **named):
        super().__init_subclass__()
        Registered.found.append((cls.__name__, sorted(named)))


class First(Registered, tag=1):
    pass


class Abstract(abc.ABC):
    @abc.abstractmethod
    def act(self):
        return "act"


class Concrete(Abstract):
    def act(self):
        return super().act() + "ed"


class A:
    def who(self):
        return "A"


class B(A):
    def who(self):
        return "B" + super().who()


class C(A):
    def who(self):
        return "C" + super().who()


class D(B, C):
    def who(self):
        return "D" + super().who()


class Single:
    one = None

    def __new__(cls, *args):
        if cls.one is None:
            cls.one = super().__new__(cls)
        return cls.one


class Colour(enum.Enum):
    RED = 1
    BLUE = "b"


class Own(ValueError):
    def __init__(self, what, code=3):
        super().__init__(what)
        self.code = code


def raised(make):
    try:
        make()
    except Exception as error:
        return error


def throw(error):
    raise error


def changed(value, **named):
    for name, item in named.items():
        setattr(value, name, item)
    return value


def without(value, name):
    delattr(value, name)
    return value


def augmented(value, by):
    value += by
    return value


told(lambda: Plain().value)
told(lambda: Plain(3).method(1))
told(lambda: Plain(1, 2, 3, key="k", other=4).rest)
told(lambda: Plain(1, 2, key="k", other=4).named)
told(lambda: Plain(value=3).method(more=2))
told(lambda: Plain(1, value=2))
told(lambda: Plain().method(1, 2))
told(lambda: Plain().method(nothing=1))
told(lambda: Plain().nothing)
told(lambda: Plain().double)
told(lambda: changed(Plain(), double=10).value)
told(lambda: changed(Plain(), fixed=10))
told(lambda: Plain().fixed)
told(lambda: Plain().broken)
told(lambda: getattr(Plain(), "broken", "default"))
told(lambda: hasattr(Plain(), "broken"))
told(lambda: Plain.made(4).value)
told(lambda: Derived.made(4).method())
told(lambda: Plain.added(1))
told(lambda: Plain().added(1, b=5))
told(lambda: Plain.added())
told(lambda: Plain.method(Plain(2), 3))
told(lambda: Plain.method())
told(lambda: Plain.kind)
told(lambda: Derived().kind)
told(lambda: changed(Plain(), kind="own").kind)
told(lambda: Plain.nothing)
told(lambda: Plain.shared is Derived.shared)
told(lambda: Plain(1).__dict__["value"])
told(lambda: sorted(vars(Plain(1))))
told(lambda: Plain.__name__)
told(lambda: Plain().__class__.__name__)
told(lambda: type(Derived()).__mro__[1].__name__)
used(lambda: [base.__name__ for base in Derived.__bases__])
told(lambda: isinstance(Derived(), Plain))
told(lambda: issubclass(Derived, Plain))
told(lambda: issubclass(Plain, Derived))
told(lambda: type(Derived()) is Plain)
told(lambda: type(Derived()) == Derived)
told(lambda: repr(Derived(2)))
told(lambda: str(Derived(2)))
told(lambda: "%s %r" % (Derived(1), Derived(2)))
told(lambda: [Derived(1)])
told(lambda: {"a": Derived(1)})
told(lambda: without(Plain(), "value").value)
told(lambda: without(Plain(), "nothing"))
told(lambda: without(Plain(), "double"))
told(lambda: Plain() == Plain())
told(lambda: Plain() != Plain())
told(lambda: bool(Plain()))
told(lambda: hash(Plain()) is not None)
told(lambda: (Number(1) + Number(2)).value)
told(lambda: (Number(1) + 2).value)
told(lambda: (1 + Number(2)).value)
told(lambda: sum([Number(1), Number(2)]).value)
told(lambda: 1 - Number(1))
told(lambda: augmented(Number(1), 5).value)
told(lambda: augmented([1], (2, 3)))
told(lambda: augmented((1,), (2,)))
told(lambda: augmented("a", "b"))
told(lambda: Number(1) * 2)
told(lambda: Number(1) / 2)
told(lambda: Number(1) // 2)
told(lambda: Number(1) % 2)
told(lambda: Number(1) ** 2)
told(lambda: Number(1) @ Number(2))
told(lambda: Number(1) & 2)
told(lambda: Number(1) << 2)
told(lambda: -Number(1))
told(lambda: +Number(1))
told(lambda: ~Number(1))
told(lambda: abs(Number(1)))
told(lambda: Number(1) == Number(1))
told(lambda: Number(1) != Number(1))
told(lambda: Number(1) != Number(2))
told(lambda: Number(1) == 1)
told(lambda: Number(1) < Number(2))
used(lambda: Number(2) > Number(1))
told(lambda: sorted([Number(2), Number(1)])[0].value)
used(lambda: max([Number(2), Number(3)]).value)
told(lambda: bool(Number(0)))
told(lambda: "yes" if Number(0) else "no")
told(lambda: not Number(0))
told(lambda: Number(0) or 5)
told(lambda: int(Number(1)))
told(lambda: float(Number(1)))
told(lambda: [5, 6, 7][Number(1)])
told(lambda: "abc"[Number(1)])
told(lambda: list(range(Number(1))))
told(lambda: len(Number(1)))
told(lambda: 9 in Number(1))
told(lambda: 8 in Number(1))
told(lambda: Number(1)[7])
used(lambda: Number(1)[1:2])
used(lambda: Number(1)[::3])
told(lambda: Number(1)[1, 2])
told(lambda: list(Number(1)))
told(lambda: [x for x in Number(1)])
told(lambda: Number(1)(1, 2, b=1, a=2))
told(lambda: str(Number(3)))
told(lambda: "%s" % Number(3))
told(lambda: f"{Number(3)}")
told(lambda: f"{Number(3):x}")
told(lambda: "{:y}".format(Number(3)))
told(lambda: format(Number(3), "z"))
told(lambda: Number(1) in [Number(1)])
told(lambda: Lazy().anything)
told(lambda: Lazy()._hidden)
told(lambda: getattr(Lazy(), "name"))
told(lambda: hasattr(Lazy(), "x"))
told(lambda: hasattr(Lazy(), "_x"))
told(lambda: Guarded().a)
told(lambda: Guarded().b)
told(lambda: changed(Guarded(), b=2).b)
told(lambda: changed(Watched(), a=1, b=2).log)
told(lambda: without(changed(Watched(), a=1), "a").log)
told(lambda: Holder().field)
told(lambda: changed(Holder(), field=4).field)
told(lambda: type(Holder.field).__name__)
told(lambda: Holder.field.name)
told(lambda: Tagged.tag)
told(lambda: Tagged().called)
used(lambda: len(Tagged))
told(lambda: type(Tagged) is Meta)
told(lambda: isinstance(Tagged(), Tagged))
told(lambda: Registered.found)
told(lambda: Concrete().act())
told(lambda: isinstance(Concrete(), Abstract))
told(lambda: D().who())
told(lambda: [c.__name__ for c in D.__mro__])
told(lambda: B().who())
told(lambda: super(B, D()).who())
told(lambda: Single() is Single())
told(lambda: Single(1) is Single(2))
told(lambda: Colour.RED.name)
told(lambda: Colour.RED.value)
told(lambda: Colour("b").name)
told(lambda: Colour["BLUE"].value)
told(lambda: Colour(5))
told(lambda: Colour["GREEN"])
told(lambda: Colour.RED is Colour.RED)
told(lambda: Colour.RED == 1)
told(lambda: [c.name for c in Colour])
told(lambda: isinstance(Colour.RED, Colour))
told(lambda: len(Colour))
told(lambda: str(Colour.RED))
told(lambda: {Colour.RED: 1}[Colour.RED])
told(lambda: raised(lambda: throw(Own("w"))).code)
told(lambda: raised(lambda: throw(Own("w", 5))).args)
told(lambda: str(raised(lambda: throw(Own("w")))))
told(lambda: isinstance(raised(lambda: throw(Own("w"))), ValueError))
told(lambda: type(raised(lambda: throw(KeyError("k")))).__name__)
told(lambda: str(raised(lambda: throw(KeyError("k")))))
told(lambda: raised(lambda: throw(ValueError("a", 1))).args)
told(lambda: str(raised(lambda: throw(ValueError("a", 1)))))
told(lambda: str(raised(lambda: throw(ValueError))))
told(lambda: repr(raised(lambda: throw(ValueError("a")))))
told(lambda: str(raised(lambda: {}["missing"])))
told(lambda: raised(lambda: [][0]).args)
told(lambda: str(raised(lambda: 1 / 0)))
told(lambda: str(raised(lambda: int("a"))))
told(lambda: str(raised(lambda: None.nothing)))
told(lambda: str(raised(lambda: Plain().nothing)))
told(lambda: str(raised(lambda: Plain.nothing)))
told(lambda: str(raised(lambda: "a" + 1)))
told(lambda: str(raised(lambda: [].pop())))
told(lambda: str(raised(lambda: [1].index(2))))
told(lambda: str(raised(lambda: [1].remove(2))))
told(lambda: str(raised(lambda: {1}.remove(2))))
told(lambda: str(raised(lambda: "a".index("b"))))
told(lambda: str(raised(lambda: throw(5))))
told(lambda: str(raised(lambda: throw("text"))))
told(lambda: type(raised(lambda: throw(StopIteration()))).__name__)
told(lambda: type(raised(lambda: next(iter(())))).__name__)
told(lambda: raised(lambda: 1))
told(lambda: issubclass(KeyError, LookupError))
told(lambda: issubclass(IndexError, LookupError))
told(lambda: issubclass(ZeroDivisionError, ArithmeticError))
told(lambda: issubclass(FileNotFoundError, OSError))
told(lambda: IOError is OSError)
told(lambda: issubclass(NotImplementedError, RuntimeError))
told(lambda: issubclass(KeyboardInterrupt, Exception))
told(lambda: types.SimpleNamespace(a=1).a)
told(lambda: types.SimpleNamespace(a=1).b)
told(lambda: changed(types.SimpleNamespace(), c=2).c)
told(lambda: types.SimpleNamespace(a=1) == types.SimpleNamespace(a=1))
used(lambda: isinstance(Plain.method, types.FunctionType))
used(lambda: isinstance(Plain().method, types.MethodType))
used(lambda: types.MethodType(lambda self, x: (self, x), 3)(4))
told(lambda: type("Made", (Plain,), {"kind": "made"})(2).kind)
told(lambda: type("Made", (), {"f": lambda self: 5})().f())
told(lambda: type("Made", (), {}).__name__)
told(lambda: Plain().method.__name__)
told(lambda: Plain().method.__self__.value)
told(lambda: Plain.made.__self__ is Plain)
told(lambda: (lambda: 0).__name__)
told(lambda: Plain.method.__qualname__)
used(lambda: Plain.__module__ == __name__)
used(lambda: Plain.__doc__)
told(lambda: throw.__name__)
used(lambda: Plain().method.__func__ is Plain.method)
told(lambda: (lambda a, b=2: 0).__defaults__)
