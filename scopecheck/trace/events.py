"""The events of a trace, in the order in which the program causes them.

Every event has its ``site``, its call ``path`` (outermost first, the site last) and
``when``: the decisions, in words, under which it happens; empty means always.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TypeAlias

from scopecheck.trace.errors import TensorFlowError
from scopecheck.trace.scopes import NameScope, Reuse, ScopeState
from scopecheck.trace.sites import CallPath, Site
from scopecheck.trace.variables import Shape, Variable


class Refusal(enum.Enum):
    """Why the variable store, or a layer on top of it, refused a request."""

    EXISTS = "exists"
    MISSING = "missing"
    SHAPE = "shape"
    DTYPE = "dtype"
    SHAPE_UNDEFINED = "shape-undefined"
    ARGUMENT = "argument"


@dataclass(frozen=True, slots=True)
class ScopeEntered:
    """``with tf.variable_scope(...)``: the name, the reuse asked for, the state in force."""

    site: Site
    path: CallPath
    asked: Reuse
    scope: ScopeState
    when: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NameScopeEntered:
    """``with tf.name_scope(...)``: the full name entered."""

    site: Site
    path: CallPath
    name: str
    when: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReuseSwitched:
    """``scope.reuse_variables()`` on a scope; the call alone is no fault."""

    site: Site
    path: CallPath
    scope: str
    root: bool
    when: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class VariableRequested:
    """A look-up in the variable store, by get_variable or anything built on it.

    name: the full name asked for (the store's key). outcome: ``created``, ``shared`` or
    ``refused``; ``refusal`` and ``error`` say why. purpose: ``variable``, ``slot`` (an
    optimizer's), ``average`` (ExponentialMovingAverage's) or ``input`` (a layer refuses
    its input before it asks). by: the user-visible function
    that asked (``get_variable``, ``tf.layers.dense``, ``AdamOptimizer.minimize``).
    variable: the variable created or shared, or the one in the way. plain: a
    tf.Variable of the same name that the store does not hold. name_scopes: name
    scopes opened inside the scope in force. certain: False where the caller's scope could
    still turn the refusal away (an open entry that needs arguments).
    """

    site: Site
    path: CallPath
    name: str
    outcome: str
    by: str
    scope: ScopeState
    shape: Shape = None
    dtype: str | None = None
    purpose: str = "variable"
    variable: Variable | None = None
    plain: Variable | None = None
    refusal: Refusal | None = None
    error: TensorFlowError | None = None
    name_scopes: tuple[NameScope, ...] = ()
    certain: bool = True
    handled: bool = False
    when: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class VariableMade:
    """A tf.Variable (or Keras weight): never shared, never in the store."""

    site: Site
    path: CallPath
    variable: Variable
    scope: ScopeState
    when: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ArgumentRefused:
    """Arguments that a scope or a creation call does not take, whatever the store holds."""

    site: Site
    path: CallPath
    function: str
    error: TensorFlowError
    name: str | None = None
    certain: bool = True
    handled: bool = False
    when: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EagerRequest:
    """get_variable under eager execution, where nothing is stored; again: a name asked twice."""

    site: Site
    path: CallPath
    name: str
    first: Site | None
    when: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FunctionCalled:
    """A function of the program that touched variables: what each call holds."""

    site: Site
    path: CallPath
    function: str
    variables: tuple[str, ...]
    when: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LossMinimized:
    """minimize or apply_gradients: the optimizer, the variables it trains, the slots made."""

    site: Site
    path: CallPath
    optimizer: str
    var_list: tuple[str, ...] | None
    slots: tuple[str, ...]
    when: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GraphChanged:
    """The default graph: ``reset``, ``new`` or ``default``."""

    site: Site
    path: CallPath
    change: str
    graph: int
    when: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Undecided:
    """What the analysis could not decide here, and why; no finding rests on it."""

    site: Site
    path: CallPath
    what: str
    reason: str
    when: tuple[str, ...] = ()


Event: TypeAlias = (
    ScopeEntered
    | NameScopeEntered
    | ReuseSwitched
    | VariableRequested
    | VariableMade
    | ArgumentRefused
    | EagerRequest
    | FunctionCalled
    | LossMinimized
    | GraphChanged
    | Undecided
)
