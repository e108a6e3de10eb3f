"""Modules imported by name while the program runs: importlib, imp, ``__import__``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.iteration import iterate
from scopecheck.symbolic.values import Foreign, ModuleRef, Unknown, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.calls import Arguments
    from scopecheck.symbolic.machine import Machine


def _any_module(m: Machine) -> Value:
    """A module that could be any: what is called in it may make variables."""
    return m.unknown("import_module(…)", not_none=True)


class LoadedModules(Foreign):
    """``sys.modules``: the program's modules under their names; any module under others."""

    __slots__ = ()

    def item(self, m: Machine, index: Value) -> Value:
        """``sys.modules[name]``."""
        name = needed(m, index)
        known = m.importer.named(m, name) if isinstance(name, str) else None
        return _any_module(m) if known is None else known

    def truth(self, m: Machine) -> bool | None:
        """A module is always running."""
        return True


def _import_module(m: Machine, a: Arguments) -> Value:
    """``importlib.import_module(name, package=None)``: a flag's default names the module."""
    name = needed(m, a.get(0, "name"))
    if not isinstance(name, str) or a.open:
        return _any_module(m)
    level = len(name) - len(name.lstrip("."))
    return m.importer.import_module(m, name.lstrip("."), level)


def import_builtin(m: Machine, a: Arguments) -> Value:
    """``__import__(name, globals, locals, fromlist=(), level=0)``: the top package without a
    fromlist."""
    name, listed = needed(m, a.get(0, "name")), needed(m, a.get(3, "fromlist"))
    level = needed(m, a.get(4, "level")) or 0
    if not isinstance(name, str) or not isinstance(level, int) or a.open:
        return _any_module(m)
    if isinstance(listed, Unknown):
        return _any_module(m)
    level = max(level, 0)
    module = m.importer.import_module(m, name, level)
    if listed or level or "." not in name:
        return module
    return m.importer.import_module(m, name.split(".")[0])


def reload(m: Machine, a: Arguments) -> Value:
    """``importlib.reload(module)``: the module as it was imported."""
    return a.args[0] if a.args and isinstance(a.args[0], ModuleRef) else _any_module(m)


def _modules_below(m: Machine, a: Arguments) -> Value:
    """``pkgutil.iter_modules(path)``: the modules and packages in folders of the program."""
    folders = iterate(m, needed(m, a.get(0, "path")))
    prefix = needed(m, a.get(1, "prefix")) or ""
    if folders is None or folders.open or not isinstance(prefix, str) or a.open:
        return m.unknown("iter_modules(…)")
    rows: list[Value] = []
    for folder in folders.items:
        folder = needed(m, folder)
        if not isinstance(folder, str):
            return m.unknown("iter_modules(…)")
        for name, package in m.importer.modules_in(Path(folder)):
            finder = m.unknown("a finder", tame=True, not_none=True)
            rows.append((finder, prefix + name, package))
    return m.new_list(rows)


def _run(m: Machine, a: Arguments) -> Value:
    """``runpy.run_path(file)`` and alike: another program runs here."""
    return m.library.unresolved(m, "runpy", a)


def _unknown_module(m: Machine, a: Arguments) -> Value:
    return _any_module(m)


_ANY = (
    "imp.load_source",
    "imp.load_module",
    "imp.load_compiled",
    "importlib.util.module_from_spec",
    "importlib.machinery.SourceFileLoader",
    "importlib.find_loader",
    "pkgutil.get_loader",
    "pydoc.locate",
)


FUNCTIONS: dict[str, Any] = {
    "importlib.import_module": _import_module,
    "importlib.reload": reload,
    "imp.reload": reload,
    "pkgutil.iter_modules": _modules_below,
    "runpy.run_path": _run,
    "runpy.run_module": _run,
    **dict.fromkeys(_ANY, _unknown_module),
}


CONSTANTS: dict[str, Value] = {"sys.modules": LoadedModules()}
