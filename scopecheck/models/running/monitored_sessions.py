"""Monitored sessions: while one is open, the graph is finalized.

Source: tensorflow/python/training/monitored_session.py, ``Scaffold.finalize`` and
``_MonitoredSession._close_internal`` and ``_HookedSession.run``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scopecheck.models.graphs import Session, finalize
from scopecheck.models.growth import ran
from scopecheck.models.opaque import Opaque
from scopecheck.models.ops.operands import tells
from scopecheck.models.refusal import refuse_argument
from scopecheck.models.registry import Model
from scopecheck.models.training.global_step import found_step
from scopecheck.models.world import current
from scopecheck.symbolic.attributes import any_changes
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.inheritance import class_attribute
from scopecheck.symbolic.iteration import iterate
from scopecheck.symbolic.values import (
    Builtin,
    BuiltinType,
    DictRef,
    Error,
    Extern,
    Instance,
    Items,
    ListRef,
    Method,
    Table,
    Value,
)

if TYPE_CHECKING:
    from scopecheck.symbolic.calls import Arguments
    from scopecheck.symbolic.machine import Machine, Pass


COUNTING = (
    "StepCounterHook",
    "StopAtStepHook",
    "CheckpointSaverHook",
    "SummarySaverHook",
    "GlobalStepWaiterHook",
)
_OUT_OF_RANGE = Extern("tf.errors.OutOfRangeError")
_STOP = BuiltinType(StopIteration)


class ManagedSession(Session):
    """A supervisor's session: the end of the input ends its block.

    Source: tensorflow/python/training/supervisor.py, ``managed_session``; coordinator.py.
    """

    __slots__ = ()

    def swallows(self, m: Machine, error: Value) -> bool:
        """Whether the error is one on which the supervisor stops cleanly."""
        return isinstance(error, Error) and error.type == _OUT_OF_RANGE


class RunContext(Opaque):
    """What hooks are told of a run: the session below the one that calls them, and more."""

    __slots__ = ("session",)

    def __init__(self, session: Session) -> None:
        super().__init__("tf.train.SessionRunContext")
        self.session = session

    def get_attribute(self, m: Machine, name: str) -> Value:
        """``session``; all else is opaque."""
        return self.session if name == "session" else super().get_attribute(m, name)


class MonitoredSession(Session):
    """A session that, once it is closed, leaves the default graph as open as it was before.

    hooks: those of the program, which act before and after each run.
    """

    __slots__ = ("hooks", "opens")

    def __init__(
        self, graph: int, loops: tuple[Pass, ...], opens: bool, hooks: tuple[Instance, ...]
    ) -> None:
        super().__init__(graph, loops)
        self.opens, self.hooks = opens, hooks

    def get_attribute(self, m: Machine, name: str) -> Value:
        """``close``, and ``run`` with its hooks; all else as of other sessions."""
        if name == "close":
            return Builtin(name, lambda m, a: self._close(m))
        if name == "run" and self.hooks:
            return Builtin(name, self._hooked)
        if name == "run_step_fn":
            return Builtin(name, self._stepped)
        return super().get_attribute(m, name)

    def _stepped(self, m: Machine, a: Arguments) -> Value:
        """Runs that a function of the program asks for are not followed."""
        for hook in self.hooks:
            _changed(m, hook)
        return m.unknown("the result of run_step_fn", not_none=True, tame=True)

    def _hooked(self, m: Machine, a: Arguments) -> Value:
        """A run, with what the hooks have it fetch as well."""
        context = RunContext(Session(self.graph, self.loops))
        asked = [_acts(m, hook, "before_run", context) for hook in self.hooks]
        fetched = tuple(one[0] if isinstance(one, tuple) else one for one in asked)
        result = self._run(m, a)
        if any(one is not None for one in fetched):
            ran(m, fetched, self.loops, self.graph)
        values = m.unknown("what a run gave", not_none=True, tame=True)
        for hook in self.hooks:
            _acts(m, hook, "after_run", context, values)
        return result

    def _close(self, m: Machine) -> None:
        if self.opens:
            finalize(m, m.world.stack[-1], False)

    def swallows(self, m: Machine, error: Value) -> bool:
        """The end of the input ends the block."""
        return isinstance(error, Error) and error.type in (_OUT_OF_RANGE, _STOP)

    def leave(self, m: Machine, token: Value) -> None:
        """Restores the default graph and closes the session."""
        super().leave(m, token)
        self._close(m)


def _monitored(places: dict[str, int]) -> Model:
    """A monitored session finalizes the graph when it is made, once its hooks have begun.

    A creator of sessions of the program's own doesn't finalize it.
    """

    def make(m: Machine, a: Arguments) -> Value:
        given = {name: needed(m, a.get(at, name)) for name, at in places.items()}
        at = m.world.stack[-1]
        was = m.world.graphs[at].finalized
        begun: list[Instance] = []
        for name in ("chief_only_hooks", "own", "hooks"):
            held = iterate(m, given[name]) if given.get(name) is not None else None
            if name == "own" and "checkpoint_dir" in given:
                _check_step(m, _own_hook(m, a))
            for hook in held.items if held is not None else ():
                if isinstance(hook, Opaque):
                    _check_step(m, hook.what)
                if isinstance(hook, Instance):
                    _acts(m, hook, "begin")
                    begun.append(hook)
        if not isinstance(given.get("session_creator"), Instance):
            finalize(m, at)
        for hook in begun:
            coordinator = Opaque("tf.train.Coordinator")
            _acts(m, hook, "after_create_session", Session(at, m.loops), coordinator)
        return MonitoredSession(at, m.loops, not was, tuple(begun))

    return make


def _own_hook(m: Machine, a: Arguments) -> str:
    """The first hook of a training session's own, by its class; '' where it may have none."""
    folder, chief = needed(m, a.get(2, "checkpoint_dir")), needed(m, a.get(1, "is_chief"))
    if not (isinstance(folder, str) and folder) or chief not in (None, True) or a.open:
        return ""
    given = len(a.args) > 11 or "log_step_count_steps" in a.kwargs
    every = needed(m, a.get(11, "log_step_count_steps")) if given else 100
    return "StepCounterHook" if isinstance(every, int) and every > 0 else ""


def _check_step(m: Machine, hook: str) -> None:
    """Hooks that count steps need a global step.

    Source: tensorflow/python/training/basic_session_run_hooks.py.
    """
    kind = hook.rsplit(".", 1)[-1]
    graph = current(m)
    seen = tells(m) and not m.taint and not graph.unfollowed and not graph.imported
    if kind not in COUNTING or not seen or m.world.before_one:
        return
    if found_step(m, "get_global_step") is None:
        message = f"Global step should be created to use {kind}."
        raise refuse_argument(m, kind, "RuntimeError", message)


def _acts(m: Machine, hook: Instance, name: str, *args: Value) -> Value:
    """What a hook's method gives; None where it has none."""
    method = class_attribute(m, hook.cls, name)
    return None if method is None else m.call(Method(method, hook), args)


def _changed(m: Machine, hook: Instance) -> None:
    """Runs that are not followed change what a hook holds."""
    for value in m.heap[hook.id].values():
        if isinstance(value, ListRef):
            m.write(value.id, Items(m.contents(value).items, True))
        elif isinstance(value, DictRef):
            m.write(value.id, Table({}, True))
    any_changes(m, hook.id, m.unknown())


def _run_args(m: Machine, a: Arguments) -> Value:
    """``SessionRunArgs(fetches, feed_dict, options)``, a named tuple."""
    return tuple(a.get(at, name) for at, name in enumerate(("fetches", "feed_dict", "options")))


MODELS: dict[str, Model] = {
    "tf.train.SessionRunArgs": _run_args,
    "tf.estimator.SessionRunArgs": _run_args,
    "tf.train.MonitoredTrainingSession": _monitored(
        {"checkpoint_dir": 2, "hooks": 4, "chief_only_hooks": 5}
    ),
    "tf.train.MonitoredSession": _monitored({"session_creator": 0, "hooks": 1}),
    "tf.train.SingularMonitoredSession": _monitored({"hooks": 0}),
}
