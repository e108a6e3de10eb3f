# Which handler is run, and what an exception holds, decides about names.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def told(name, *values):
    text = ".".join(str(value) for value in values)
    shown = "".join(c if c.isalnum() or c in ".-" else "_" for c in text)
    tf.get_variable(name + "." + shown, [1])


class Own(Exception):
    pass


class Special(Own):
    def __init__(self, code, text="t"):
        super(Special, self).__init__(text)
        self.code = code


class Shown(Exception):
    def __str__(self):
        return "shown"


def attempt(at, make):
    try:
        told("made%d" % at, make())
    except Special as error:
        told("special%d" % at, error, error.code, error.args)
    except (Own, LookupError) as error:
        told("own%d" % at, type(error).__name__, error)
    except ArithmeticError:
        told("arithmetic%d" % at)
    except Exception as error:
        told("other%d" % at, type(error).__name__, error)
    else:
        told("fine%d" % at)
    finally:
        told("done%d" % at)


def raiser(error):
    raise error


for at, make in enumerate(
    [
        lambda: 5,
        lambda: raiser(Own("a")),
        lambda: raiser(Special(3)),
        lambda: raiser(Special(4, "u")),
        lambda: raiser(Shown("x")),
        lambda: raiser(Own),
        lambda: {}["k"],
        lambda: [][1],
        lambda: 1 // 0,
        lambda: int("q"),
        lambda: raiser(ValueError("a", 2)),
        lambda: raiser(ValueError()),
        lambda: next(iter([])),
        lambda: raiser(NotImplementedError("todo")),
        lambda: raiser(RuntimeError("r")),
        lambda: raiser(KeyError("k")),
        lambda: raiser(OSError("o")),
    ]
):
    attempt(at, make)


def nested():
    try:
        try:
            raise KeyError("inner")
        except KeyError as error:
            raise Own("outer") from error
    except Own as error:
        return repr(error.__cause__), str(error)


told("nested", *nested())


def returned():
    try:
        return "try"
    finally:
        told("finally")


told("returned", returned())


def overridden():
    for n in range(3):
        try:
            if n == 1:
                continue
            if n == 2:
                break
            told("pass%d" % n)
        finally:
            told("left%d" % n)
    else:
        return "whole"
    return "broken"


told("loop", overridden())


def again():
    try:
        try:
            raise Own("first")
        except Own:
            told("caught")
            raise
    except Exception as error:
        return str(error)


told("again", again())


def finalized():
    try:
        raise Own("lost")
    finally:
        return "kept"


told("kept", finalized())
try:
    assert 1 == 2, "message"
except AssertionError as error:
    told("assert", error)
try:
    assert []
except AssertionError as error:
    told("empty", error)
try:
    a, b = [1, 2, 3]
except ValueError as error:
    told("many", type(error).__name__)
try:
    a, b = [1]
except ValueError as error:
    told("few", error)
try:
    a, *b, c = [1]
except ValueError as error:
    told("star", error)


def unbound():
    try:
        held
    except UnboundLocalError:
        return "unbound"
    held = 1


told("unbound", unbound())
try:
    raiser()
except TypeError as error:
    told("arguments", type(error).__name__)
try:
    raiser(1, 2, three=3)
except TypeError as error:
    told("types", type(error).__name__)
try:
    raise Special(1)
except Exception as error:
    told("instance", isinstance(error, Own), error.code)
error = "free"
told("end", error)
