"""The things that can be run: a script, a notebook, a function of a file or of a module."""

from __future__ import absolute_import, division, print_function

import ast
import importlib
import linecache
import os
import re
import sys
import types

_TENSOR = re.compile(r"(\w+)\[([^\]]*)\]$")


class BadTarget(Exception):
    """The target cannot be run as it was asked for, in words for the user."""


class Targets(object):
    """Runs a target. main: the module that takes the place of `__main__`."""

    def __init__(self, importer, instrument):
        self._importer, self._instrument = importer, instrument
        self._kept = []  # Python 2 empties a module that leaves sys.modules

    def run(self, target):
        """Run it; the target as in the job."""
        getattr(self, "_" + target["kind"])(target)

    def _main(self, file):
        main = types.ModuleType("__main__")
        main.__file__ = file
        self._kept.append(sys.modules["__main__"])
        sys.modules["__main__"] = main
        return main

    def _script(self, target):
        main = self._main(target["file"])
        code, python2 = self._importer.compiled(target["file"])
        self._importer.name(main, python2)
        exec(code, main.__dict__)

    def _notebook(self, target):
        main = self._main(target["file"])
        main.__dict__["get_ipython"] = lambda: None
        main.__dict__["display"] = lambda *objects, **options: None
        for file, text, python2 in target["cells"]:
            text = text if isinstance(text, type(u"")) else text.decode("utf-8")
            lines = [line + u"\n" for line in text.split(u"\n")]
            linecache.cache[file] = (len(text), None, lines, file)
            self._importer.name(main, python2)
            code = self._instrument.compile(text.encode("utf-8"), str(file), python2)
            exec(code, main.__dict__)

    def _function(self, target):
        module = self._module(target)
        values = dict((name, _value(text)) for name, text in target["arguments"])
        holder = module
        names = target["name"].split(".")
        for position, name in enumerate(names):
            if not hasattr(holder, name):
                raise BadTarget("%s has no %s" % (target["shown"], ".".join(names[: position + 1])))
            made = getattr(holder, name)
            last = position == len(names) - 1
            if isinstance(made, type) or last:
                made = _call(made, values, target["name"], last)
            holder = made
        if values:
            raise BadTarget("%s takes no argument %s" % (target["name"], min(values)))

    def _module(self, target):
        if target.get("file"):
            folder, name = os.path.split(target["file"])
            return importlib.import_module(os.path.splitext(name)[0])
        return importlib.import_module(target["module"])


def _call(function, values, shown, last):
    """Call it with those of the values that it takes, and take them away."""
    code = getattr(getattr(function, "__init__", None), "__code__", None)
    if not isinstance(function, type):
        code = getattr(getattr(function, "__func__", function), "__code__", None)
    if code is None:
        given = dict(values) if last else {}
    else:
        names = code.co_varnames[: code.co_argcount + getattr(code, "co_kwonlyargcount", 0)]
        takes_all = bool(code.co_flags & 0x08)
        given = {name: value for name, value in values.items() if takes_all or name in names}
    for name in given:
        del values[name]
    missing = _missing(function, code, given)
    if missing:
        raise BadTarget("%s needs --arg %s=VALUE" % (shown, missing[0]))
    return function(**given)


def _missing(function, code, given):
    """The arguments without a default that were not given."""
    if code is None:
        return []
    bound = isinstance(function, type) or getattr(function, "__self__", None) is not None
    holder = function.__init__ if isinstance(function, type) else function
    holder = getattr(holder, "__func__", holder)
    defaults = len(holder.__defaults__ or ())
    names = code.co_varnames[: code.co_argcount]
    needed = names[1 if bound else 0 : len(names) - defaults]
    return [name for name in needed if name not in given]


def _value(text):
    """A Python literal, a placeholder such as `float32[None,784]`, or a string."""
    tensor = _TENSOR.match(text)
    if tensor:
        import tensorflow

        sizes = [size.strip() for size in tensor.group(2).split(",") if size.strip()]
        shape = [None if size in ("None", "?") else int(size) for size in sizes]
        dtype = getattr(tensorflow, tensor.group(1), None)
        if dtype is not None:
            return tensorflow.compat.v1.placeholder(dtype, shape)
    try:
        return ast.literal_eval(text)
    except (SyntaxError, ValueError):
        return str(text)
