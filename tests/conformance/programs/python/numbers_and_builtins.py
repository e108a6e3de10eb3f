# What Python's functions on numbers and on iterables give decides about names.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def told(name, *values):
    text = ".".join(str(value) for value in values)
    shown = "".join(c if c.isalnum() or c in ".-" else "_" for c in text)
    tf.get_variable(name + "." + shown, [1])


told("arithmetic", 7 // 2, -7 // 2, 7 % 3, -7 % 3, 2**10, 2**-1, 7 / 2, 7.5 // 2, divmod(7, 3))
told("bits", 6 & 3, 6 | 3, 6 ^ 3, ~6, 1 << 4, 256 >> 2)
told("unary", -3, +3, not 3, not 0, abs(-2), abs(-2.5))
told("compare", 1 < 2 < 3, 1 < 3 < 2, 1 == 1.0, 1 != 2, 3 >= 3, 2 is None, None is None)
told("logic", 0 or "x", 1 and "y", None or 0, 0 and 1, not "", 1 if [] else 2)
told(
    "round",
    round(2.5),
    round(3.5),
    round(2.345, 2),
    round(1234, -2),
    int(2.9),
    int(-2.9),
    int("12"),
)
told("parse", int("ff", 16), int("0b11", 0), float("1e3"), float("inf"), bool("False"), int(True))
told(
    "min",
    min(3, 1),
    max(3, 1),
    min([4, 2]),
    max((4, 2)),
    max([], default=0),
    min("b", "a", key=ord),
)
told("keyed", max(["aa", "b"], key=len), min([1, -3], key=abs), max({"a": 1, "b": 2}.values()))
told("sum", sum([1, 2]), sum((1, 2), 10), sum([[1], [2]], []), sum(n for n in range(4)))
told("any", any([0, 1]), all([0, 1]), any([]), all([]), all(n for n in (1, 2)))
told(
    "ranges", list(range(3)), list(range(1, 4)), list(range(5, 0, -2)), len(range(10)), range(4)[-1]
)
told(
    "range",
    3 in range(5),
    5 in range(5),
    list(range(3))[::-1],
    list(reversed(range(3))),
    range(2, 8, 2)[1],
)
told("zip", list(zip("ab", [1, 2, 3])), list(zip()), list(zip([1], [2], [3])))
told("enumerate", list(enumerate("ab")), list(enumerate("ab", 5)), list(enumerate("ab", start=1)))
told(
    "map",
    list(map(str, [1, 2])),
    list(map(lambda a, b: a + b, [1, 2], [3, 4])),
    list(map(max, [[1, 2]])),
)
told("filter", list(filter(None, [0, 1, 2])), list(filter(lambda n: n > 1, [0, 1, 2])))
told("sorted", sorted([3, 1, 2]), sorted("ba", reverse=True), sorted(["bb", "a"], key=len))
told(
    "types",
    type(1).__name__,
    type("a").__name__,
    type(None).__name__,
    type([]).__name__,
    type(1.0) is float,
)
told(
    "isinstance",
    isinstance(1, int),
    isinstance(True, int),
    isinstance(1, (str, float)),
    isinstance("a", str),
)
told(
    "subclass",
    issubclass(bool, int),
    issubclass(int, (str, int)),
    issubclass(KeyError, LookupError),
)
told("callable", callable(len), callable(3), callable(lambda: 0), callable(int))
told("hex", hex(255), bin(5), oct(8), pow(2, 5), pow(2, 5, 7), divmod(-7, 2))
it = iter([1, 2])
told("next", next(it), next(it), next(it, "end"))
try:
    next(it)
except StopIteration as error:
    told("stop", type(error).__name__)
calls = iter(lambda: len(steps) and steps.pop(), 0)
steps = [1, 2, 3]
told("sentinel", list(calls))
told("complex", (1 + 2j).real, (1 + 2j).imag, abs(3 + 4j))
told("same", len({1, 1.0, True}), {1: "a", 1.0: "b"})
told("format", format(3.14159, ".2f"), format(5, "03d"), ascii("a"), repr(3))
told("slice", [0, 1, 2, 3][slice(1, 3)], "abcd"[slice(None, None, 2)])
told("get", getattr("a", "upper")(), hasattr("a", "lower"), hasattr(3, "zz"))
told("float", (2.0).is_integer(), (2.5).is_integer(), (5).bit_length(), 1e3, 5 // 2.0, 3.0)
for at, make in enumerate(
    [
        lambda: 1 // 0,
        lambda: 1 / 0,
        lambda: 1 % 0,
        lambda: int("x"),
        lambda: float("y"),
        lambda: max([]),
        lambda: 1.0 / 0,
        lambda: [1, 2][slice(0, 1, 0)],
    ]
):
    try:
        make()
        told("fine%d" % at)
    except (ZeroDivisionError, ValueError) as error:
        told("error%d" % at, type(error).__name__)
