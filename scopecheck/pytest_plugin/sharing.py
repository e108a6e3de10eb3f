"""The fixture ``variable_sharing``: a fresh graph, and what the calls of networks share in it.

As the probe does, it listens where TensorFlow's variable store answers (variable_scope.py,
``_VariableStore._get_single_variable``) and where variables are made (variable creators).
"""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from types import FrameType
from typing import Any

from scopecheck.runtime.sharing import Sharing, verify_shared

LIBRARIES = ("tensorflow", "tensorflow_core", "keras", "tf_keras", "tf_slim", "scopecheck")
"""Packages whose functions are no networks of the program."""

Watcher = Callable[[Any], None]


class VariableSharing:
    """One graph, which is the default graph while the test runs."""

    def __init__(self) -> None:
        tensorflow = importlib.import_module("tensorflow")
        self.tf: Any = getattr(getattr(tensorflow, "compat", tensorflow), "v1", tensorflow)
        self.graph: Any = self.tf.Graph()
        self._calls: dict[str, dict[int, Call]] = {}

    def record(self, build: Callable[[], Any]) -> dict[str, Sharing]:
        """Run what builds a graph; what the calls of each function share, by its name.

        Functions that are called twice or more are listed, and all that they call.
        """
        self._calls = {}
        with _listening(self.tf, self._note):
            self.result = build()
        return {name: sharing for name in self._calls if (sharing := self._sharing(name))}

    def assert_shared(self, network: Any, other: Any = None, *, cut: Sequence[Any] = ()) -> None:
        """All calls of a function hold the same variables; or two tensors, or two models, do.

        cut: tensors that are taken as given: with the fake images, the generator's variables
        do not count.
        """
        __tracebackhide__ = True
        if isinstance(network, str):
            sharing = self._known(network)
        else:
            sharing = verify_shared(network, other, cut=cut)
        if not sharing.complete:
            raise AssertionError(f"not shared\n{_table(sharing)}")

    def assert_disjoint(self, one: Iterable[Any], other: Iterable[Any]) -> None:
        """No variable is in both lists."""
        __tracebackhide__ = True
        names = {_name(variable) for variable in one}
        common = [name for name in map(_name, other) if name in names]
        if common:
            raise AssertionError(f"in both lists:\n{_listing(common)}")

    def assert_step_changes(
        self, step: Any, variables: Iterable[Any], feed_dict: Any = None
    ) -> None:
        """Running an operation changes exactly these of the trainable variables.

        Everything is initialised first, so that the values are those of a first step.
        """
        __tracebackhide__ = True
        expected = {_name(variable) for variable in variables}
        with self.graph.as_default(), self.tf.Session(graph=self.graph) as session:
            trainable = self.tf.trainable_variables()
            session.run(self.tf.global_variables_initializer())
            before = session.run(trainable)
            session.run(step, feed_dict)
            after = session.run(trainable)
        changed = {
            _name(variable)
            for variable, old, new in zip(trainable, before, after, strict=True)
            if (old != new).any()
        }
        if changed != expected:
            names = [_name(variable) for variable in trainable]
            rows = [(name, name in expected, name in changed) for name in names]
            raise AssertionError(f"the step changes other variables\n{_changes(rows)}")

    def _known(self, name: str) -> Sharing:
        __tracebackhide__ = True
        sharing = self._sharing(name)
        if sharing is None:
            names = ", ".join(sorted(self._calls)) or "none"
            raise AssertionError(f"no function {name!r} was called twice (called: {names})")
        return sharing

    def _sharing(self, name: str) -> Sharing | None:
        calls = list(self._calls.get(name, {}).values())
        if len(calls) < 2:
            return None
        paths = tuple(call.caller for call in calls)
        return Sharing(name, paths, tuple(tuple(call.held) for call in calls))

    def _note(self, variable: Any) -> None:
        """A variable was made or found: it is held by every call that is running."""
        frame: FrameType | None = sys._getframe(1)
        while frame is not None and frame.f_code is not VariableSharing.record.__code__:
            if frame.f_globals.get("__name__", "").partition(".")[0] not in LIBRARIES:
                calls = self._calls.setdefault(frame.f_code.co_name, {})
                calls.setdefault(id(frame), Call(frame, _caller(frame))).held[_name(variable)] = (
                    None
                )
            frame = frame.f_back


@dataclass
class Call:
    """A running call, kept so that no other frame takes its number; its caller's place."""

    frame: FrameType
    caller: str
    held: dict[str, None] = field(default_factory=dict)


@contextmanager
def _listening(tf: Any, heard: Watcher) -> Iterator[None]:
    """Tell of each variable that the store answers with, and of each that is made."""
    store = importlib.import_module("tensorflow.python.ops.variable_scope")._VariableStore
    original = store._get_single_variable

    def single(*args: Any, **kwargs: Any) -> Any:
        variable = original(*args, **kwargs)
        heard(variable)
        return variable

    def creator(make: Callable[..., Any], **kwargs: Any) -> Any:
        variable = make(**kwargs)
        heard(variable)
        return variable

    store._get_single_variable = single
    try:
        with tf.variable_creator_scope(creator):
            yield
    finally:
        store._get_single_variable = original


def _name(variable: Any) -> str:
    return variable if isinstance(variable, str) else str(variable.name)


def _caller(frame: FrameType) -> str:
    """Where a running call was made."""
    caller = frame.f_back
    if caller is None:
        return frame.f_code.co_name
    return f"{os.path.relpath(caller.f_code.co_filename)}:{caller.f_lineno}"


def _table(sharing: Sharing) -> str:
    return "\n".join(sharing.lines())


def _listing(names: Iterable[str]) -> str:
    return "\n".join(f"  {name}" for name in names)


def _changes(rows: Sequence[tuple[str, bool, bool]]) -> str:
    """A row for each variable: whether it should change, and whether it does."""
    width = max((len(name) for name, _, _ in rows), default=0)
    lines = [f"  {'':<{width}}  expected  changed"]
    for name, expected, changed in rows:
        marks = f"{'x' if expected else '-':^8}  {'x' if changed else '-':^7}"
        lines.append(f"  {name:<{width}}  {marks}{'' if expected == changed else '  differs'}")
    return "\n".join(line.rstrip() for line in lines)
