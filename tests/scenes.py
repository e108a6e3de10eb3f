"""Small programs in memory, and traces of them written by hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from scopecheck.trace import (
    CallPath,
    Event,
    NameScope,
    Refusal,
    Reuse,
    ReuseSource,
    ReuseSwitched,
    ScopeEntered,
    ScopeState,
    Shape,
    Site,
    TensorFlowError,
    Trace,
    Variable,
    VariableRequested,
)

EXISTS = (
    "Variable {} already exists, disallowed. Did you mean to set reuse=True or "
    "reuse=tf.AUTO_REUSE in VarScope?"
)
MISSING = (
    "Variable {} does not exist, or was not created with tf.get_variable(). Did you mean to "
    "set reuse=tf.AUTO_REUSE in VarScope?"
)
OFF = ScopeState("", Reuse.OFF)


@dataclass(frozen=True)
class Scene:
    """Files by name; sites are found by the text they span."""

    files: Mapping[str, str]

    def at(self, text: str, function: str = "<module>", nth: int = 1, file: str = "") -> Site:
        """The nth place where a file (the first one, if not named) has this text."""
        name = file or next(iter(self.files))
        source = self.files[name]
        offset = -1
        for _ in range(nth):
            offset = source.index(text, offset + 1)
        line = source.count("\n", 0, offset) + 1
        column = offset - (source.rfind("\n", 0, offset) + 1) + 1
        return Site(name, line, column, line, column + len(text), function)

    def lines(self, site: Site) -> Sequence[str]:
        return self.files[site.file].split("\n")

    def trace(self, *events: Event, closed: bool = True) -> Trace:
        return Trace(next(iter(self.files)), closed, "1.15", events)


def variable(
    key: str, path: CallPath, *, shape: Shape = (4, 1), dtype: str = "float32", made_by: str = ""
) -> Variable:
    """A trainable variable; without ``made_by`` get_variable made it."""
    by = made_by or "get_variable"
    return Variable(f"{key}:0", key, shape, dtype, True, by, path[-1], path)


def entered(path: CallPath, scope: ScopeState, asked: Reuse = Reuse.OFF) -> ScopeEntered:
    return ScopeEntered(path[-1], path, asked, scope)


def switched(path: CallPath, scope: str) -> ReuseSwitched:
    return ReuseSwitched(path[-1], path, scope, scope == "")


def created(
    name: str,
    path: CallPath,
    scope: ScopeState = OFF,
    *,
    by: str = "get_variable",
    shape: Shape = (4, 1),
    name_scopes: tuple[NameScope, ...] = (),
) -> VariableRequested:
    made = Variable(f"{name}:0", name, shape, "float32", True, by, path[-1], path, name_scopes)
    return VariableRequested(
        path[-1], path, name, "created", by, scope, shape, variable=made, name_scopes=name_scopes
    )


def refused(
    name: str,
    path: CallPath,
    refusal: Refusal,
    scope: ScopeState = OFF,
    *,
    by: str = "get_variable",
    message: str = "",
    purpose: str = "variable",
    in_the_way: Variable | None = None,
    plain: Variable | None = None,
    shape: Shape = (4, 1),
    dtype: str | None = "float32",
    name_scopes: tuple[NameScope, ...] = (),
    when: tuple[str, ...] = (),
    certain: bool = True,
    handled: bool = False,
) -> VariableRequested:
    said = message or (EXISTS if refusal is Refusal.EXISTS else MISSING).format(name)
    return VariableRequested(
        path[-1],
        path,
        name,
        "refused",
        by,
        scope,
        shape,
        dtype,
        purpose,
        in_the_way,
        plain,
        refusal,
        TensorFlowError("ValueError", said),
        name_scopes,
        certain=certain,
        handled=handled,
        when=when,
    )


def reusing(name: str, kind: str, source: Site, switched_scope: str | None = None) -> ScopeState:
    """A scope in reuse mode, by itself or by another one that was switched."""
    scope = name if switched_scope is None else switched_scope
    return ScopeState(name, Reuse.ON, ReuseSource(kind, scope, source))
