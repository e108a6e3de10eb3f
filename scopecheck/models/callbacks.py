"""Functions of the program that TensorFlow calls: what does not fit, and where it is told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from scopecheck.models.refusal import refuse_argument
from scopecheck.symbolic.calls import Arguments, call_value
from scopecheck.symbolic.mismatch import mismatch
from scopecheck.symbolic.values import (
    Builtin,
    Error,
    Foreign,
    Function,
    Instance,
    Method,
    Partial,
    Raised,
    Value,
)

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine


def call_back(
    m: Machine, by: str, function: Value, args: tuple[Value, ...] = (), **kwargs: Value
) -> Value:
    """Calls a function of the program from inside TensorFlow.

    Arguments that the function does not take raise where the program called TensorFlow.
    """
    given = Arguments(args, kwargs)
    wrong = wrong_arguments(m, function, given)
    if wrong is not None:
        raise refuse_argument(m, by, "TypeError", wrong)
    return call_value(m, function, given)


def activate(m: Machine, by: str, function: Value, result: Value) -> Value:
    """What an activation makes of a layer's result; TensorFlow's own change nothing that counts."""
    if not isinstance(function, (Function, Method, Partial, Builtin, Instance, Foreign)):
        return result
    return call_back(m, by, function, (result,))


def wrong_arguments(m: Machine, function: Value, given: Arguments) -> str | None:
    """Python's message where a function of the program does not take the arguments."""
    while isinstance(function, (Method, Partial)):
        if isinstance(function, Method):
            given = given.prepend(function.receiver)
        else:
            kwargs = {**dict(function.kwargs), **given.kwargs}
            given = Arguments(
                (*function.args, *given.args), kwargs, given.open_args, given.open_kwargs
            )
        function = function.function
    if not isinstance(function, Function):
        return None
    parameters = function.code.parameters
    wrong = mismatch(
        parameters.positional,
        len(function.defaults),
        given,
        parameters.keyword_only,
        parameters.vararg is not None,
        parameters.kwarg is not None,
        [name for name in parameters.keyword_only if name not in function.kw_defaults],
    )
    return None if wrong is None else f"{function.code.name}() {wrong}"


def takes_parameter(function: Value, name: str) -> bool:
    """Whether a function or method of the program has a parameter of that name."""
    if isinstance(function, Method):
        function = function.function
    if not isinstance(function, Function):
        return False
    parameters = function.code.parameters
    return name in (*parameters.positional, *parameters.keyword_only)


def unconverted(m: Machine, function: Value, body: Callable[[], Value]) -> Value:
    """Runs a function that TensorFlow calls: in TensorFlow 2 its frames stay in a traceback."""
    parent = function.parent if isinstance(function, Function) else None
    depth = len(m.path())
    try:
        return body()
    except Raised as raised:
        error = raised.error
        if not isinstance(error, Error) or error.event is None or m.world.tensorflow == "1.15":
            raise
        raise Raised(
            replace(error, kept=error.event.path[depth:], made=parent.path if parent else ())
        ) from None


def converted(m: Machine, body: Callable[[], Value]) -> Value:
    """Runs a body that AutoGraph converts: its frames are no longer the program's.

    An error from inside is told at the call that the program itself made, as the traceback
    shows it; a function from outside that TensorFlow calls from there isn't converted.
    Nothing is converted where operations run at once.
    Source: tensorflow/python/autograph/impl/api.py, ``_attach_error_metadata``.
    """
    site, path = m.site(), m.path()
    if m.world.executing_eagerly:
        return body()
    try:
        return body()
    except Raised as raised:
        error = raised.error
        if not isinstance(error, Error) or error.event is None or error.event.path == path:
            raise
        inside = error.made[: len(path)] == path
        inner = () if inside else error.kept
        event = replace(error.event, site=inner[-1] if inner else site, path=(*path, *inner))
        m.emit(event)
        raise Raised(replace(error, event=event)) from None
