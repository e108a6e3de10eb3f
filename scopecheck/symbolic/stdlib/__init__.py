"""The standard library as far as programs that build graphs use it to decide names and sizes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from scopecheck.symbolic.values import Value

MODULES = frozenset(
    "os sys re math random time json collections itertools functools contextlib argparse copy "
    "logging pickle cPickle string types datetime threading queue Queue inspect operator warnings "
    "glob shutil subprocess tempfile pprint csv gzip zipfile tarfile urllib urllib2 traceback abc "
    "enum typing dataclasses pathlib io struct multiprocessing signal socket hashlib uuid platform "
    "getpass textwrap heapq bisect statistics decimal fractions unittest builtins __builtin__ "
    "StringIO __future__ codecs errno gc atexit numbers secrets distutils imp importlib optparse "
    "configparser ConfigParser asyncio concurrent weakref base64 html http xml sqlite3 ssl zlib "
    "locale calendar cProfile profile pdb array numbers".split()
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
