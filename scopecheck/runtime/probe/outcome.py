"""How a program ended, as JSON can hold it."""

from __future__ import absolute_import, division, print_function

import re

# The texts that AutoGraph and Keras put before an error that passes through them.
_WRAPPED = ("in converted code:", "in user code:", "Exception encountered when calling")

# The lines with which errors of a session begin, and which do not say what is wrong.
_WHERE = ("Graph execution error", "Detected at node", "File ", "Node:", "Original stack", "[[")


class TimeLimitExceeded(BaseException):
    """Raised on the program's own line when its time is over.

    Not an `Exception`, so that no `except Exception:` of the program holds it back.
    """


def fine():
    """The program ran to its end."""
    return {"raised": None}


def silent_end(how):
    """The process went away (killed, crashed, left by os._exit) without a word."""
    return {"raised": _raised("ProcessEnded", how, [])}


def raised(error, trace, places):
    """The outcome of an exception that left the program."""
    if isinstance(error, SystemExit) and error.code in (None, 0):
        return fine()
    if isinstance(error, SyntaxError) and error.filename == places.program:
        return {"raised": _unparsed(error)}
    return {"raised": _raised(type(error).__name__, message(error), places.of(trace))}


def message(error):
    """The first line of what the error says, without AutoGraph's preamble."""
    text = _text(error).strip()
    if not text.startswith(_WRAPPED):
        return text.split("\n")[0]
    lines = [line.strip() for line in text.split("\n")]
    head = re.compile(r"%s: " % re.escape(type(error).__name__))
    told = [line[head.match(line).end() :] for line in lines if head.match(line)]
    if told:
        return told[0]
    return next((line for line in lines[1:] if line), lines[0])


def first_line(error):
    """The first line of an error of a session that says what is wrong, not where."""
    told = [line.strip() for line in _text(error).split("\n") if line.strip()]
    plain = [line for line in told if not line.startswith(_WHERE)]
    return (plain or told or [""])[0]


def _raised(kind, text, stack):
    innermost = stack[-1] if stack else {"line": None, "function": None}
    return {
        "type": kind,
        "message": text,
        "line": innermost["line"],
        "function": innermost["function"],
        "stack": stack,
    }


def _unparsed(error):
    told = _raised(type(error).__name__, error.msg, [])
    told["line"] = error.lineno
    return told


def _text(error):
    try:
        text = str(error)
    except UnicodeError:  # Python 2, a message that isn't ASCII
        return repr(error)
    return as_text(text)


def as_text(value):
    """Text, also where Python 2 has bytes."""
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else value
