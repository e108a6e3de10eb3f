# try, finally, with, return, break and generators that are left early.
import contextlib

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


log = []


class Noted:
    def __init__(self, name, swallow=False):
        self.name = name
        self.swallow = swallow

    def __enter__(self):
        log.append("in " + self.name)
        return self.name

    def __exit__(self, kind, error, trace):
        log.append("out %s %s" % (self.name, kind.__name__ if kind else None))
        return self.swallow


@contextlib.contextmanager
def managed(name):
    log.append("open " + name)
    try:
        yield name.upper()
    except KeyError:
        log.append("swallowed")
    finally:
        log.append("close " + name)


def logged(make):
    del log[:]
    try:
        value = make()
    except Exception as error:
        value = "%s(%s)" % (type(error).__name__, error)
    return log[:] + [value]


def throw(error):
    raise error


def returned_twice():
    try:
        return "try"
    finally:
        log.append("finally")


def returned_over():
    try:
        return "try"
    finally:
        return "finally"


def raised_over():
    try:
        raise ValueError("a")
    finally:
        raise KeyError("b")


def all_parts(error):
    try:
        log.append("try")
        if error:
            raise error
    except (KeyError, IndexError) as caught:
        log.append("except %s" % type(caught).__name__)
    except ValueError:
        log.append("value")
        raise
    else:
        log.append("else")
    finally:
        log.append("finally")
    return "end"


def broken_off():
    for at in range(3):
        try:
            if at == 1:
                break
            log.append(at)
        finally:
            log.append("f%d" % at)
    else:
        log.append("else")
    return at


def gone_on():
    for at in range(3):
        try:
            if at == 1:
                continue
            log.append(at)
        finally:
            log.append("f%d" % at)
    else:
        log.append("else")
    return at


def within():
    with Noted("a") as one, Noted("b") as other:
        return one + other


def swallowed():
    with Noted("a", True):
        raise ValueError("lost")
    return "after"


def not_swallowed():
    with Noted("a"):
        raise ValueError("kept")


def inner_error():
    with Noted("a", True):
        with Noted("b"):
            raise KeyError("k")
    return "after"


def by_function(error=None):
    with managed("m") as name:
        log.append(name)
        if error:
            raise error
    return "after"


def left_loop():
    for at in range(3):
        with Noted(str(at)):
            if at == 1:
                break
    return at


def stacked():
    with contextlib.ExitStack() as stack:
        stack.enter_context(Noted("a"))
        stack.callback(log.append, "callback")
        stack.enter_context(Noted("b"))
        return "body"


def suppressed(error):
    with contextlib.suppress(KeyError, IndexError):
        raise error
    return "after"


def renamed():
    try:
        throw(ValueError("inner"))
    except ValueError as error:
        raise KeyError("outer") from error


def cause():
    try:
        renamed()
    except KeyError as error:
        return str(error.__cause__)


def retaken():
    try:
        try:
            throw(ValueError("a"))
        except KeyError:
            log.append("wrong")
    except ValueError as error:
        log.append("right")
        return str(error)


def closed():
    def numbers():
        try:
            yield 1
            yield 2
        finally:
            log.append("closed")

    made = numbers()
    first = next(made)
    made.close()
    return first


def sent():
    def echo():
        got = yield "start"
        while True:
            got = yield got * 2

    made = echo()
    return [next(made), made.send(3), made.send("a")]


def thrown():
    def guarded():
        try:
            yield 1
        except ValueError as error:
            log.append("caught %s" % error)
            yield 2

    made = guarded()
    return [next(made), made.throw(ValueError("v"))]


def delegated():
    def inner():
        yield 1
        return "result"

    def outer():
        got = yield from inner()
        yield got

    return list(outer())


def ended():
    def short():
        yield 1

    made = short()
    return [next(made, None), next(made, "end")]


def unbound():
    if log:
        value = 1
    return value


def deleted():
    value = 1
    del value
    return value


def hidden():
    error = "outer"
    try:
        throw(ValueError("x"))
    except ValueError as error:
        pass
    return error


def asserted(value):
    assert value, "no value"
    return "fine"


def chosen(*args, sep="-", **more):
    return sep.join(map(str, args)) + "".join(sorted(more))


def positional(a, b=2, *rest, c, d=4, **more):
    return [a, b, rest, c, d, sorted(more.items())]


def counter():
    count = 0

    def add(by=1):
        nonlocal count
        count += by
        return count

    return add


def shared(item, into=[]):
    into.append(item)
    return into


told(lambda: logged(returned_twice))
told(lambda: logged(returned_over))
told(lambda: logged(raised_over))
told(lambda: logged(lambda: all_parts(None)))
told(lambda: logged(lambda: all_parts(KeyError("k"))))
told(lambda: logged(lambda: all_parts(IndexError("i"))))
told(lambda: logged(lambda: all_parts(ValueError("v"))))
told(lambda: logged(lambda: all_parts(TypeError("t"))))
told(lambda: logged(broken_off))
told(lambda: logged(gone_on))
told(lambda: logged(within))
told(lambda: logged(swallowed))
told(lambda: logged(not_swallowed))
told(lambda: logged(inner_error))
told(lambda: logged(by_function))
told(lambda: logged(lambda: by_function(KeyError("k"))))
told(lambda: logged(lambda: by_function(ValueError("v"))))
told(lambda: logged(left_loop))
told(lambda: logged(stacked))
told(lambda: logged(lambda: suppressed(KeyError("k"))))
told(lambda: logged(lambda: suppressed(ValueError("v"))))
told(lambda: logged(renamed))
told(lambda: logged(cause))
told(lambda: logged(retaken))
told(lambda: logged(closed))
told(lambda: logged(sent))
told(lambda: logged(thrown))
told(lambda: logged(delegated))
told(lambda: logged(ended))
told(lambda: logged(unbound))
told(lambda: logged(deleted))
told(lambda: logged(lambda: asserted(1)))
told(lambda: logged(lambda: asserted(0)))
told(lambda: chosen(1, 2))
told(lambda: chosen(1, 2, sep="+", z=1, y=2))
told(lambda: chosen(*[1, 2], **{"sep": "/"}))
told(lambda: chosen(*"ab", *[3]))
told(lambda: positional(1, c=3))
told(lambda: positional(1, 2, 3, 4, c=5, e=6))
told(lambda: positional(1))
told(lambda: positional(c=1))
told(lambda: positional(1, a=2, c=3))
told(lambda: positional(*(1, 2), **{"c": 3}, d=9))
told(lambda: positional(1, *[2, 3], c=4))
told(lambda: (lambda a, *b: (a, b))(*range(3)))
told(lambda: (lambda **k: k)(a=1, **{"b": 2}))
told(lambda: (lambda a, b: a - b)(b=1, a=5))
told(lambda: (lambda a: a)())
told(lambda: (lambda a: a)(1, 2))
told(lambda: (lambda a: a)(b=1))
told(lambda: (counter()(), counter()(5)))
told(lambda: (lambda add: [add(), add(), add(3)])(counter()))
told(lambda: shared(1))
told(lambda: shared(2))
told(lambda: shared(3, []))
told(lambda: shared(4))
