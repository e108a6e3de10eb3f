"""The events of a trace, in the order in which the program causes them.

Every event has its ``site``, its call ``path`` (outermost first, the site last) and
``when``: the decisions, in words, under which it happens; empty means always.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import ClassVar, TypeAlias

from scopecheck.trace.errors import TensorFlowError
from scopecheck.trace.keras import (
    Compiled,
    Predicted,
    TrainableSet,
    TrainStep,
    WeightsHandled,
)
from scopecheck.trace.scopes import ROOT, NameScope, Reuse, ScopeState
from scopecheck.trace.sites import CallPath, Site
from scopecheck.trace.tensors import Computed
from scopecheck.trace.variables import Shape, Variable

Decisions: TypeAlias = "frozenset[tuple[int, bool]]"
"""Answers to numbered questions that the analysis could not decide; empty at run time."""


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
    """``with tf.variable_scope(...)``: the name, the reuse asked for, the state in force.

    library: a function of TensorFlow's opened it, and left it before it returned.
    """

    site: Site
    path: CallPath
    asked: Reuse
    scope: ScopeState
    library: bool = False
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
    still turn the refusal away (an open entry that needs arguments), or give a size.
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
    """A call of one of the program's functions that touched variables.

    path: the way to the call, its last site is the call itself. function: its qualified
    name; defined: where it is defined, which tells two functions of one name apart.
    receiver: the object whose method it is, a number for each object of the trace; objects:
    those of them that are among its arguments, where the trace knows.
    tensors: the tensors among its arguments. results: the tensors that it returned.
    held: the variables it got, in order; made: the names of those that it created.
    arguments: the other arguments by name, as they are written; defaults: the parameters
    that were left at a constant; bound: the constants that its object, other objects that it
    was given and what it closed over hold, by the way to them. asked: the reuse that scopes
    inside it were asked for; scope: the variable scope that it was called in. library: it is
    one of TensorFlow's layers. number: its number in the trace; within: the number of the call
    that it was made in. under: decisions under which it happens, see ``compatible``.
    """

    site: Site
    path: CallPath
    function: str
    defined: Site
    number: int
    within: int | None = None
    receiver: int | None = None
    objects: tuple[int, ...] = ()
    tensors: tuple[Computed, ...] = ()
    results: tuple[Computed, ...] = ()
    held: tuple[Variable, ...] = ()
    made: frozenset[str] = frozenset()
    arguments: tuple[tuple[str, str], ...] = ()
    defaults: tuple[tuple[str, str], ...] = ()
    asked: frozenset[Reuse] = frozenset()
    scope: ScopeState = ROOT
    library: bool = False
    graph: int = 0
    bound: tuple[tuple[str, str], ...] = ()
    under: Decisions = frozenset()
    when: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LossMinimized:
    """minimize or apply_gradients: the optimizer, the variables it trains, the slots made.

    loss: None where it is not known. var_list: the names that were listed, None if no list
    was given. trained: the variables that get an update, None where the trace doesn't know.
    listed: where the list was filled. step: the operation returned.
    """

    site: Site
    path: CallPath
    optimizer: str
    var_list: tuple[str, ...] | None
    slots: tuple[str, ...]
    loss: Computed | None = None
    trained: tuple[Variable, ...] | None = None
    listed: Site | None = None
    step: Computed | None = None
    graph: int = 0
    under: Decisions = frozenset()
    when: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class VariableAssigned:
    """An operation that assigns to a variable; values: what it assigns is computed from."""

    site: Site
    path: CallPath
    variable: Variable
    values: tuple[Computed, ...]
    graph: int = 0
    under: Decisions = frozenset()
    when: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class UpdatesMade:
    """A batch normalisation made operations that move its statistics.

    updates: those operations; statistics: the variables that they change; inputs: what is
    normalised; collection: where the updates stand, so that somebody has to run them: the key
    of a collection, '' where it isn't known or only the layer lists them, None where the call
    itself runs them; by_phase: Keras's learning phase says whether they move anything.
    """

    site: Site
    path: CallPath
    by: str
    updates: tuple[Computed, ...]
    statistics: tuple[Variable, ...]
    inputs: tuple[Computed, ...]
    collection: str | None = "update_ops"
    graph: int = 0
    by_phase: bool = False
    under: Decisions = frozenset()
    when: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SessionRun:
    """``session.run``, ``eval`` and the like: what is fetched; None where it is not known."""

    site: Site
    path: CallPath
    fetched: tuple[Computed, ...] | None
    graph: int = 0
    under: Decisions = frozenset()
    when: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OpsBuilt:
    """Operations built in a pass of a loop that also runs the session, or on a final graph.

    site: the call that builds them; loop: the loop's line; what: what is called there;
    run: a session run in the same loop. trains: whether a run in the loop is a training
    step, or may be one. items: the loop goes over a collection, so that its passes are few.
    """

    site: Site
    path: CallPath
    loop: Site
    what: str
    run: Site
    trains: bool = True
    items: bool = False
    graph: int = 0
    under: Decisions = frozenset()
    when: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CollectionRead:
    """All variables of a graph are asked for: as a collection, or by a Saver without a list.

    lacking: the scope that was asked for, where nothing in the collection is in it. scoped:
    whether one was asked for.
    """

    site: Site
    path: CallPath
    key: str
    graph: int = 0
    when: tuple[str, ...] = ()
    lacking: str | None = None
    scoped: bool = False


@dataclass(frozen=True, slots=True)
class VariablesExcluded:
    """A filter names what it leaves out: ``[v for v in variables if "beta" not in v.name]``."""

    quiet: ClassVar[bool] = True

    site: Site
    path: CallPath
    variables: tuple[Variable, ...]
    when: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LearningPhase:
    """The program asks for Keras's learning phase, to feed it, or sets it to training."""

    site: Site
    path: CallPath
    when: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CellRepeated:
    """One recurrent cell stands for several: in a stack's layers, or in both directions.

    layers: how many layers of a stack it is; 0 for the two directions.
    """

    site: Site
    path: CallPath
    layers: int = 0
    when: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CellRunAgain:
    """A notebook's cell, run once more after the whole notebook ran, does what it did anew.

    error: how it raises, None if it runs; made: the variables that it makes a second time.
    """

    site: Site
    path: CallPath
    error: TensorFlowError | None = None
    made: tuple[Variable, ...] = ()
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
class GraphRestored:
    """A graph whose variables get values from elsewhere.

    source: the graph in which those of the same names had them; None: a file.
    """

    site: Site
    path: CallPath
    graph: int
    source: int | None
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
    | VariableAssigned
    | UpdatesMade
    | SessionRun
    | OpsBuilt
    | CollectionRead
    | VariablesExcluded
    | LearningPhase
    | CellRepeated
    | CellRunAgain
    | GraphChanged
    | GraphRestored
    | TrainableSet
    | Compiled
    | TrainStep
    | Predicted
    | WeightsHandled
    | Undecided
)


def compatible(one: Decisions, other: Decisions) -> bool:
    """Whether two events can happen in one run: no question is answered differently."""
    return not any((question, not answer) in other for question, answer in one)
