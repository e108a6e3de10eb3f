"""The standard library as far as programs that build graphs use it to decide names and sizes."""

from __future__ import annotations

import functools
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from scopecheck.symbolic.values import Value

MODULES = frozenset(sys.stdlib_module_names) | frozenset(
    "cPickle Queue urllib2 urlparse httplib __builtin__ StringIO cStringIO ConfigParser imp "
    "optparse distutils commands sets md5 thread HTMLParser Tkinter SocketServer "
    "BaseHTTPServer".split()
)


@functools.cache
def _tables() -> tuple[Mapping[str, Any], ...]:
    """The native functions by qualified name, from one module after the other."""
    from scopecheck.symbolic.builtins import importing, literals
    from scopecheck.symbolic.stdlib import (
        arguments,
        click_commands,
        containers,
        copying,
        file_paths,
        fire_commands,
        functional,
        inspecting,
        iterables,
        mocks,
        path_objects,
        paths,
        patterns,
        progress,
        releases,
    )

    modules = (
        functional,
        inspecting,
        iterables,
        mocks,
        containers,
        copying,
        paths,
        file_paths,
        path_objects,
        arguments,
        click_commands,
        fire_commands,
        patterns,
        progress,
        releases,
        importing,
        literals,
    )
    return tuple(module.FUNCTIONS for module in modules)


@functools.cache
def find(name: str) -> Any | None:
    """The native function of a qualified standard library name, None where there is none."""
    from scopecheck.symbolic.builtins.arity import fitting

    for table in _tables():
        if name in table:
            return fitting(name, table[name])
    return None


def names() -> frozenset[str]:
    """The qualified names of all native functions."""
    return frozenset(name for table in _tables() for name in table)


def constant(name: str) -> Value:
    """The value of a standard library constant, NotImplemented where it is none."""
    from scopecheck.symbolic.builtins import abstract, importing
    from scopecheck.symbolic.stdlib import file_paths, inspecting, paths, patterns

    for module in (paths, file_paths, importing, abstract, inspecting, patterns):
        if name in module.CONSTANTS:
            return module.CONSTANTS[name]
    return NotImplemented
