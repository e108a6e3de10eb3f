# How context managers and generators are run decides about names.
import contextlib

import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def told(name, *values):
    text = ".".join(str(value) for value in values)
    shown = "".join(c if c.isalnum() or c in ".-" else "_" for c in text)
    tf.get_variable(name + "." + shown, [1])


@contextlib.contextmanager
def tagged(tag, swallow=False):
    told("enter_" + tag)
    try:
        yield tag + "!"
    except KeyError as error:
        told("error_" + tag, error)
        if not swallow:
            raise
    finally:
        told("leave_" + tag)


with tagged("a") as held:
    told("inside", held)
with tagged("b", True):
    raise KeyError("k")
try:
    with tagged("c"):
        raise KeyError("k")
except KeyError:
    told("outside")
with tagged("d"), tagged("e") as e:
    told("both", e)
with contextlib.suppress(ValueError, KeyError):
    told("suppress")
    raise ValueError("x")
with contextlib.ExitStack() as stack:
    told("stack", stack.enter_context(tagged("g")))
    stack.callback(told, "callback", 1)
    stack.enter_context(tagged("h"))


class Closing(object):
    def close(self):
        told("closed")


with contextlib.closing(Closing()):
    told("open")
with contextlib.nullcontext(5) as five:
    told("null", five)


def numbers(n):
    received = []
    for i in range(n):
        got = yield i
        received.append(got)
    return received


g = numbers(3)
told("send", next(g), g.send("a"), g.send("b"))
try:
    g.send("c")
except StopIteration as stop:
    told("stop", stop.value)


def outer():
    result = yield from numbers(2)
    yield result


told("from", list(outer()))


def thrower():
    while True:
        try:
            yield "ready"
        except ValueError as error:
            yield "caught " + str(error)


t = thrower()
told("throw", next(t), t.throw(ValueError("v")), next(t))
t.close()
told("closed", next(t, "end"))


def cleaned():
    try:
        yield 1
        yield 2
    finally:
        told("cleaned")


c = cleaned()
told("first", next(c))
c.close()
for n in cleaned():
    told("loop%d" % n)
    break
told(
    "expressions", sum(n * n for n in range(4)), list(n for n in "ab"), any(n > 2 for n in range(5))
)
told(
    "nested",
    [[a * b for a in range(2)] for b in range(3)],
    [(a, b) for a in range(3) for b in range(a)],
)
told(
    "filters",
    [n for n in range(9) if n % 2 if n > 3],
    {n: n * n for n in range(3) if n},
    sorted({n // 2 for n in range(4)}),
)
lazy = (told("lazy%d" % n) for n in range(3))
told("before")
next(lazy)
told("after")
