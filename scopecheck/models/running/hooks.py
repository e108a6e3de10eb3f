"""Hooks of sessions: when they act is given once, in steps or in seconds.

Source: tensorflow/python/training/basic_session_run_hooks.py.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

from scopecheck.models.opaque import Member, Opaque
from scopecheck.models.refusal import refuse_argument
from scopecheck.models.registry import Model, Signature
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.values import Unknown, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.calls import Arguments
    from scopecheck.symbolic.machine import Machine

Given: TypeAlias = "dict[str, Value]"
_EITHER = "Either every_secs or every_steps should be provided."
_NOT_BOTH = "Can not provide both every_secs and every_steps."


def _count(g: Given, *names: str) -> int | None:
    """How many of two arguments are given; None where that isn't known."""
    values = [g[name] for name in names]
    if any(isinstance(one, (Unknown, Member)) for one in values):
        return None
    return sum(one is not None for one in values)


def _timed(g: Given) -> str | None:
    count = _count(g, "save_secs", "save_steps")
    return None if count is None else {0: _EITHER, 2: _NOT_BOTH}.get(count)


def _timer(g: Given) -> str | None:
    return _timed({"save_secs": g["every_secs"], "save_steps": g["every_steps"]})


def _checkpoints(g: Given) -> str | None:
    if _count(g, "saver", "scaffold") == 2:
        return "You cannot provide both saver and scaffold."
    return _timed(g)


def _summaries(g: Given) -> str | None:
    if _count(g, "scaffold", "summary_op") in (0, 2):
        return "Exactly one of scaffold or summary_op must be provided."
    return _timed(g)


def _steps(g: Given) -> str | None:
    if _count(g, "every_n_steps", "every_n_secs") in (0, 2):
        return "exactly one of every_n_steps and every_n_secs should be provided."
    return None


def _logged(g: Given) -> str | None:
    given, end = _count(g, "every_n_iter", "every_n_secs"), g["at_end"]
    if given == 2 or (given == 0 and end is False):
        return "either at_end and/or exactly one of every_n_iter and every_n_secs must be provided."
    passes = g["every_n_iter"]
    wrong = isinstance(passes, int) and passes <= 0 and given == 1
    return f"invalid every_n_iter={passes}." if wrong else None


def _stop(g: Given) -> str | None:
    words = {
        0: "One of num_steps or last_step must be specified.",
        2: "Only one of num_steps or last_step can be specified.",
    }
    count = _count(g, "num_steps", "last_step")
    return None if count is None else words.get(count)


_HOOKS: dict[str, tuple[str, Callable[[Given], str | None]]] = {
    "SecondOrStepTimer": ("every_secs=None, every_steps=None", _timer),
    "LoggingTensorHook": (
        "tensors, every_n_iter=None, every_n_secs=None, at_end=False, formatter=None",
        _logged,
    ),
    "StopAtStepHook": ("num_steps=None, last_step=None", _stop),
    "CheckpointSaverHook": (
        "checkpoint_dir, save_secs=None, save_steps=None, saver=None, "
        "checkpoint_basename=model.ckpt, scaffold=None, listeners=None",
        _checkpoints,
    ),
    "StepCounterHook": (
        "every_n_steps=100, every_n_secs=None, output_dir=None, summary_writer=None",
        _steps,
    ),
    "SummarySaverHook": (
        "save_steps=None, save_secs=None, output_dir=None, summary_writer=None, scaffold=None, "
        "summary_op=None",
        _summaries,
    ),
    "ProfilerHook": (
        "save_steps=None, save_secs=None, output_dir='', show_dataflow=True, show_memory=False",
        _timed,
    ),
}


def _hook(name: str) -> Model:
    arguments, fault = _HOOKS[name]
    signature = Signature(arguments)

    def run(m: Machine, a: Arguments) -> Value:
        known = not a.open and not set(a.kwargs) - set(signature.names)
        if known and len(a.args) <= len(signature.names):
            bound = signature.bind(m, f"tf.train.{name}", a)
            message = fault({key: needed(m, value) for key, value in bound.items()})
            if message is not None:
                raise refuse_argument(m, f"tf.train.{name}", "ValueError", message)
        return Opaque(f"tf.train.{name}")

    return run


MODELS: dict[str, Model] = {
    f"{module}.{name}": _hook(name) for name in _HOOKS for module in ("tf.train", "tf.estimator")
}
