"""What Python 2 sources expect of their Python, where they run converted under Python 3."""

from __future__ import absolute_import, division, print_function

import functools
import importlib
import sys

try:
    import builtins
except ImportError:  # Python 2
    import __builtin__ as builtins

_MODULES = {
    "cPickle": "pickle",
    "ConfigParser": "configparser",
    "Queue": "queue",
    "StringIO": "io",
    "cStringIO": "io",
    "urllib2": "urllib.request",
    "urlparse": "urllib.parse",
    "HTMLParser": "html.parser",
    "Tkinter": "tkinter",
    "commands": "subprocess",
    "copy_reg": "copyreg",
    "__builtin__": "builtins",
}


def divide(one, other):
    """The operator / of Python 2: whole numbers give a whole number."""
    if isinstance(one, int) and isinstance(other, int):
        return one // other
    return one / other


def method(holder, name):
    """A method that dictionaries had: `iteritems` and its like; else the holder's own."""
    if hasattr(holder, name) or not hasattr(holder, "keys"):
        return getattr(holder, name)
    if name == "has_key":
        return holder.__contains__
    return getattr(holder, name.replace("iter", "").replace("view", ""))


def gone():
    """The built-in names that Python 3 has no more."""
    return {name: value for name, value in names().items() if not hasattr(builtins, name)}


def names():
    """The built-in names, with the meaning that they had."""

    def listed(function):
        @functools.wraps(function)
        def call(*args, **kwargs):
            return list(function(*args, **kwargs))

        return call

    return {
        "xrange": range,
        "range": listed(range),
        "map": listed(map),
        "zip": listed(zip),
        "filter": listed(filter),
        "unicode": str,
        "basestring": str,
        "long": int,
        "unichr": chr,
        "raw_input": input,
        "reduce": functools.reduce,
        "cmp": lambda one, other: (one > other) - (one < other),
        "reload": importlib.reload,
    }


class Modules(object):
    """Finds modules under the names that they had."""

    def find_spec(self, name, path=None, target=None):
        """A known old name is an alias of the new module."""
        new = _MODULES.get(name)
        if new is None:
            return None
        from importlib.machinery import ModuleSpec

        return ModuleSpec(name, self)

    def create_module(self, spec):
        """The module of today."""
        return importlib.import_module(_MODULES[spec.name])

    def exec_module(self, module):
        """It has run already."""


def install():
    """Make old module names importable, after all others."""
    sys.meta_path.append(Modules())
