"""The standard library as far as programs that build graphs use it to decide names and sizes."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from scopecheck.symbolic.values import Value

MODULES = frozenset(sys.stdlib_module_names) | frozenset(
    "cPickle Queue urllib2 urlparse httplib __builtin__ StringIO cStringIO ConfigParser imp "
    "optparse distutils commands sets md5 thread HTMLParser Tkinter SocketServer "
    "BaseHTTPServer".split()
)


def find(name: str) -> Any | None:
    """The native function of a qualified standard library name, None where there is none."""
    from scopecheck.symbolic.stdlib import (
        arguments,
        containers,
        functional,
        iterables,
        paths,
        patterns,
    )

    tables = (functional, iterables, containers, paths, arguments, patterns)
    for table in (module.FUNCTIONS for module in tables):
        if name in table:
            return table[name]
    return None


def constant(name: str) -> Value:
    """The value of a standard library constant, NotImplemented where it is none."""
    from scopecheck.symbolic.stdlib import paths

    return paths.CONSTANTS.get(name, NotImplemented)
