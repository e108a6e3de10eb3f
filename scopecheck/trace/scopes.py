"""Variable scopes, name scopes and what put a scope into reuse mode."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from scopecheck.trace.sites import Site


class Reuse(enum.Enum):
    """The reuse mode of a variable scope; UNKNOWN where the analysis can't tell."""

    OFF = "off"
    ON = "on"
    AUTO = "auto"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class ReuseSource:
    """What put a scope into the reuse mode that is in force.

    kind: ``argument`` (``variable_scope(..., reuse=...)`` or a layer's ``reuse=``),
    ``reuse_variables`` (the method call) or ``eager`` (eager execution).
    scope: the full name of the scope that was switched, '' for the root scope.
    block: whether that is a block's own copy of the root scope, which ends with the block.
    """

    kind: str
    scope: str
    site: Site
    block: bool = False


@dataclass(frozen=True, slots=True)
class ScopeState:
    """A variable scope as an event sees it: full name, reuse in force, what decided it."""

    name: str
    reuse: Reuse
    source: ReuseSource | None = None


ROOT = ScopeState("", Reuse.OFF)
"""The scope that a graph starts in."""


@dataclass(frozen=True, slots=True)
class NameScope:
    """An open ``tf.name_scope``: the name asked for and the line that opened it."""

    name: str
    site: Site
