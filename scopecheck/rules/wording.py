"""Sentences and labels that several rules share."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath
from typing import Protocol

from scopecheck.rules.finding import Label
from scopecheck.rules.paths import calls, parting, step
from scopecheck.trace import CallPath, FunctionCalled, NameScope, Reuse, ScopeState, Site, Variable

UNCERTAIN = "unless the caller's scope reuses"


class Happening(Protocol):
    """What the events have in common."""

    @property
    def site(self) -> Site: ...
    @property
    def path(self) -> CallPath: ...
    @property
    def when(self) -> tuple[str, ...]: ...


def condition(event: Happening) -> str | None:
    """The words after ``when``: the decisions, and whether a caller could change it."""
    words = list(event.when)
    if not getattr(event, "certain", True):
        words.append(UNCERTAIN)
    return " and ".join(words) or None


def place(site: Site, here: Site) -> str:
    """A place in running text, as seen from the finding's own: ``line 12``, ``gan.py:12``.

    A file in the same directory goes by its name.
    """
    if (site.file, site.cell) == (here.file, here.cell):
        return f"line {site.line}"
    path, own = PurePath(site.file), PurePath(here.file)
    name = path.name if path.parent == own.parent else site.file
    if site.cell is None:
        return f"{name}:{site.line}"
    cell = f"cell {site.cell + 1}, line {site.line}"
    return cell if path == own else f"{name}, {cell}"


def quoted(name: str) -> str:
    """A variable's name in running text; an optimizer's slots lose their final slash."""
    return f"`{name.rstrip('/')}`"


def listing(names: Sequence[str]) -> str:
    """Up to four names, and how many more there are."""
    shown = ", ".join(quoted(name) for name in names[:4])
    return shown if len(names) <= 4 else f"{shown} and {len(names) - 4} more"


def scope_words(name: str) -> str:
    """A variable scope in running text."""
    return f"the scope `{name}`" if name else "the root scope"


def reuse_labels(state: ScopeState) -> tuple[Label, ...]:
    """Which scope is in reuse mode, and what put it there."""
    source = state.source
    if source is None:
        return ()
    scope = scope_words(source.scope)
    if source.kind == "reuse_variables":
        if source.block:
            scope = "the block's copy of the root scope"
        ends = source.scope or source.block
        until = "until it is left" if ends else "for the rest of the graph"
        text = f"reuse_variables() puts {scope} into reuse mode, {until}"
    elif state.reuse is Reuse.AUTO:
        text = f"{scope} shares what exists and creates the rest"
    else:
        text = f"{scope} is in reuse mode: it shares, and never creates"
    return (Label(source.site, f"reuse decided here: {text}"),)


def first_label(variable: Variable, site: Site, path: CallPath) -> Label:
    """Where the variable came from."""
    return earlier_label(variable.site, variable.path, site, path)


def earlier_label(first: Site, first_path: CallPath, site: Site, path: CallPath) -> Label:
    """The first creation; if it is the same line, the call that led there tells more."""
    if first != site:
        return Label(first, "first created here")
    call = step(first_path, parting(first_path, path))
    if call is None or call == site:
        return Label(site, "first created here too, in an earlier pass")
    return Label(site, f"first created here too, in the call at {place(call, site)}")


def trainer(other: Happening, one: Happening) -> str:
    """Another optimizer, as seen from one; those of one line are told apart by the calls there."""
    if other.site != one.site:
        return f"the optimizer at {place(other.site, one.site)}"
    call = step(other.path, parting(other.path, one.path))
    if call is None or call == other.site:
        return "another pass of the loop"
    return f"the optimizer made in the call at {place(call, one.site)}"


def name_scope_labels(scopes: Sequence[NameScope]) -> tuple[Label, ...]:
    """Where the name scopes around a request were opened."""
    return tuple(Label(scope.site, "name scope opened here") for scope in scopes)


def called(call: FunctionCalled) -> str:
    """What a call calls, by the name that the call is written with."""
    if call.library:
        return call.function
    *owners, name = call.function.split(".")
    return owners[-1] if owners and name in ("__call__", "__init__") else name


def second_call(variable: Variable, path: CallPath) -> Site:
    """The call that comes to a variable a second time."""
    return path[parting(variable.path, path)]


__all__ = [
    "UNCERTAIN",
    "Happening",
    "called",
    "calls",
    "condition",
    "earlier_label",
    "first_label",
    "listing",
    "name_scope_labels",
    "place",
    "quoted",
    "reuse_labels",
    "scope_words",
    "second_call",
    "trainer",
]
