"""Records the parameters of TensorFlow's functions and classes, as its own modules declare them.

Run it in the interpreter of each version with a file of names, one a line, those of
``TensorFlowLibrary().models``:

    python tests/models/record_signatures.py names.txt tests/models/signatures.json

It adds the version's table to the file: for each name its parameters in order, a keyword-only
one after '*', and '**' at the end where others are taken too.
"""

import inspect
import json
import os
import sys

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
import tensorflow as tf

VERSION = "1.15" if tf.__version__.startswith("1.15") else "2.21"
if VERSION == "1.15":
    import tensorflow.contrib  # noqa: F401
else:
    import tensorflow.compat.v1 as tf

from tensorflow.python.util import tf_decorator, tf_inspect  # noqa: E402


def find(name):
    """TensorFlow's object of a name that begins with ``tf.``; None where it has none."""
    found = tf
    for part in name.split(".")[1:]:
        try:
            found = getattr(found, part)
        except (AttributeError, ImportError):
            return None
    return found


def parameters(found):
    """The parameters of a function, of a class those of ``__init__``; None where none are told."""
    function = found.__init__ if inspect.isclass(found) else found
    try:
        spec = tf_inspect.getfullargspec(tf_decorator.unwrap(function)[1])
    except TypeError:
        return None
    names = spec.args[1:] if inspect.isclass(found) else spec.args
    if inspect.isclass(found) and found.__init__ is object.__init__:
        return None
    more = ["*"] + sorted(spec.kwonlyargs) if spec.kwonlyargs else []  # noqa: RUF005
    return " ".join(names + more + (["**"] if spec.varkw else []))


def main(names, out):
    """Adds this version's table to a file."""
    tables = {}
    if os.path.exists(out):
        with open(out) as file:
            tables = json.load(file)
    table = {}
    with open(names) as file:
        for name in file.read().split():
            found = find(name)
            told = parameters(found) if callable(found) else None
            if told is not None:
                table[name] = told
    tables[VERSION] = table
    with open(out, "w") as file:
        json.dump(tables, file, indent=0, sort_keys=True, separators=(",", ": "))
        file.write("\n")
    print(VERSION, len(table))


if __name__ == "__main__":
    main(*sys.argv[1:])
