"""What tests inherit from ``unittest.TestCase`` and ``tf.test.TestCase``, and ``pytest.raises``.

An error that a test expects is handled, whichever way it says so: a block or a callable.
Source: tensorflow/python/framework/test_util.py, ``TensorFlowTestCase``; Lib/unittest/case.py.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scopecheck.models.names import canonical
from scopecheck.models.registry import Model
from scopecheck.symbolic.calls import Arguments, call_value
from scopecheck.symbolic.inheritance import find_attribute
from scopecheck.symbolic.lower.handlers import catches
from scopecheck.symbolic.stdlib.contexts import Passing
from scopecheck.symbolic.values import (
    Builtin,
    BuiltinType,
    ClassRef,
    Error,
    Extern,
    Foreign,
    Function,
    Instance,
    Method,
    Raised,
    Unknown,
    Value,
)

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine

_SESSIONS = ("cached_session", "session", "test_session")
_FIRST_RUN = {"assertRaises": 1, "assertRaisesRegexp": 2, "assertRaisesRegex": 2}
"""The methods that take a callable, and where it stands among the arguments."""
_WITH_CLASS = (*_FIRST_RUN, "assertRaisesWithPredicateMatch", "assertRaisesWithLiteralMatch")
_WARNS = {"assertWarns": 1, "assertWarnsRegex": 2}
_ANY = BuiltinType(BaseException)


class Expecting(Foreign):
    """A block that an error of these classes ends quietly; the error is kept for the test."""

    __slots__ = ("kinds", "place")

    def __init__(self, kinds: Value, place: int) -> None:
        self.kinds = kinds
        self.place = place

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Expecting) and self.place == other.place

    def __hash__(self) -> int:
        return hash(("expecting", self.place))

    def enter(self, m: Machine, node: object) -> Value:
        """Gives itself, as unittest's context does and pytest's ``ExceptionInfo`` looks."""
        return self

    def swallows(self, m: Machine, error: Value) -> bool:
        """Whether the error is an expected one, which is then kept."""
        if not (isinstance(error, Error) and expected(self.kinds, error)):
            return False
        m.write(self.place, error)
        return True

    def get_attribute(self, m: Machine, name: str) -> Value:
        """``exception`` (unittest), ``value`` and ``type`` (pytest)."""
        error = m.heap[self.place]
        if isinstance(error, Error):
            if name in ("exception", "value"):
                return error if error.value is None else error.value
            if name == "type":
                return error.type
        if name == "match":
            return Builtin(name, lambda m, a: m.unknown("whether it matches", tame=True))
        return m.unknown(name, tame=True)


def expected(kinds: Value, error: Error) -> bool:
    """Whether an error is of one of the classes, or may be: of classes from elsewhere."""
    if isinstance(kinds, tuple):
        return any(expected(kind, error) for kind in kinds)
    elsewhere = isinstance(kinds, Extern) and not kinds.name.startswith("tf.")
    return isinstance(kinds, Unknown) or elsewhere or catches(kinds, error)


def set_up(m: Machine, receiver: Instance) -> None:
    """What a test runner calls before each test."""
    if is_test_case(receiver):
        for name in ("setUpClass", "setUp"):
            method = find_attribute(m, receiver, name)
            if method is not None:
                m.call(method)


def is_test_case(receiver: Instance) -> bool:
    """Whether the object's class is derived from unittest's or TensorFlow's ``TestCase``."""
    return any(
        isinstance(base, Extern) and base.name.endswith("TestCase") for base in receiver.cls.mro
    )


def inherited(m: Machine, receiver: Instance, name: str, a: Arguments) -> Value:
    """A call of an inherited method: sessions, expected errors; the rest is data."""
    if name in _SESSIONS:
        graph = a.args[0] if a.args else a.kwargs.get("graph")
        return m.call(Extern("tf.Session"), graph=graph)
    if name in _WARNS:
        return _warned(m, a, _WARNS[name])
    if name.startswith("assertRaises"):
        kinds = _kinds(a) if name in _WITH_CLASS else _ANY
        return _raised(m, kinds, a, _FIRST_RUN.get(name))
    bases = [base.name for base in receiver.cls.mro if isinstance(base, Extern)]
    if name == "setUp" and any(f"{canonical(base)}.setUp" in MODELS for base in bases):
        return _cleared(m, a)
    return m.unknown(f"{name}(…)", tame=True)


def _cleared(m: Machine, a: Arguments) -> Value:
    """``TestCase.setUp``: the default graph is a new one."""
    if not m.world.executing_eagerly and len(m.world.stack) == 1:
        m.call(Extern("tf.reset_default_graph"))
    return None


def _kinds(a: Arguments) -> Value:
    for name in ("expected_exception", "exception", "expected_err_type"):
        if name in a.kwargs:
            return a.kwargs[name]
    return a.args[0] if a.args else _ANY


def _raised(m: Machine, kinds: Value, a: Arguments, function: int | None) -> Value:
    """The context, or the call of the function with what follows it."""
    context = Expecting(kinds, m.allocate(None))
    if function is None or len(a.args) <= function:
        return context
    try:
        _run(m, a, function)
    except Raised as raised:
        if not context.swallows(m, raised.error):
            raise
    return context


def _run(m: Machine, a: Arguments, at: int) -> Value:
    return call_value(m, a.args[at], Arguments(a.args[at + 1 :], a.kwargs))


def _warned(m: Machine, a: Arguments, function: int) -> Value:
    """A warning that is expected stops no error."""
    if len(a.args) > function:
        _run(m, a, function)
    return Passing(m.unknown("the warnings", tame=True))


def _decorator(m: Machine, a: Arguments) -> Value:
    """A decorator of ``test_util``: the test itself, with or without arguments of its own.

    Tests that run in graphs and eagerly are followed in a graph; what is left to run eagerly
    isn't followed where that is how code runs anyway.
    """
    held = a.args[0] if a.args else a.kwargs.get("func")
    if not isinstance(held, (Function, Method, ClassRef)):
        return Builtin("decorator", _decorator)
    if m.world.executing_eagerly:
        return Builtin("test", lambda m, a: m.unknown("a test", tame=True))
    return held


_DECORATORS = (
    "run_deprecated_v1 run_v1_only run_in_graph_and_eager_modes deprecated_graph_mode_only "
    "run_gpu_only run_cuda_only disable_xla run_all_in_graph_and_eager_modes "
    "run_all_in_deprecated_graph_mode_only enable_output_all_intermediates disable_control_flow_v2 "
    "with_control_flow_v2 enable_control_flow_v2 disable_all_xla "
    "assert_no_new_pyobjects_executing_eagerly assert_no_new_tensors assert_no_garbage_created "
    "disable_tfrt skip_if_error deprecated_graph_mode_test"
).split()


def _pytest_raises(m: Machine, a: Arguments) -> Value:
    return _raised(m, _kinds(a), a, 1)


def _skipping(m: Machine, a: Arguments) -> Value:
    """A decorator that may skip what it is given: it is followed."""
    return Builtin("decorator", lambda m, b: b.args[0] if b.args else None)


MODELS: dict[str, Model] = {
    **{
        f"tf.{name}": lambda m, a: Passing(m.unknown("a device", tame=True))
        for name in ("use_gpu", "force_gpu", "force_cpu")
    },
    "unittest.expectedFailure": lambda m, a: a.args[0] if a.args else None,
    **{f"unittest.{name}": _skipping for name in ("skip", "skipIf", "skipUnless")},
    "tf.test.TestCase.setUp": _cleared,
    "tf.TestCase.setUp": _cleared,
    "pytest.raises": _pytest_raises,
    **{f"tf.{name}": _decorator for name in _DECORATORS},
    "pytest.warns": lambda m, a: _warned(m, a, 1),
}
