"""What an estimator refuses before it builds anything: model functions, numbers of steps, hooks.

Source: tensorflow_estimator/python/estimator/estimator.py, ``_verify_model_fn_args``,
``Estimator.train``, ``_convert_eval_steps_to_hooks`` and ``_check_hooks_type``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scopecheck.models.messages import represented
from scopecheck.models.refusal import refuse_argument
from scopecheck.models.registry import Signature
from scopecheck.symbolic.calls import Arguments
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.iteration import iterate
from scopecheck.symbolic.stdlib.inspecting import parameter_names
from scopecheck.symbolic.values import Extern, Function, Instance, ListRef, Raised, Unknown, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine

_TAKEN = frozenset(("features", "labels", "mode", "params", "self", "config"))
_TRAIN = Signature("input_fn, hooks=None, steps=None, max_steps=None, saving_listeners=None")
_EVALUATE = Signature("input_fn, steps=None, hooks=None, checkpoint_path=None, name=None")


def _refuse(m: Machine, kind: str, message: str) -> Raised:
    return refuse_argument(m, "Estimator", kind, message)


def check_model_function(m: Machine, function: Value, params: Value) -> None:
    """A model function takes features, parameters if there are any, and nothing else."""
    if function is None:
        raise _refuse(m, "ValueError", "model_fn must be provided to Estimator.")
    names = parameter_names(function)
    if names is None:
        return
    if "features" not in names:
        raise _refuse(m, "ValueError", "model_fn (…) must include features argument.")
    if params is not None and not isinstance(params, Unknown) and "params" not in names:
        message = "model_fn (…) does not include params argument, but params (…) is passed to …"
        raise _refuse(m, "ValueError", message)
    others = [name for name in names if name not in _TAKEN]
    if others and isinstance(function, Function):
        shown = represented(m, m.new_list(others)) if len(others) == 1 else "…"
        raise _refuse(m, "ValueError", f"model_fn (…) has following not expected args: {shown}")


def check_training(m: Machine, a: Arguments) -> None:
    """``train(...)``: steps or a last step, each of at least one."""
    given = _TRAIN.bind(m, "train", a)
    steps, most = needed(m, given["steps"]), needed(m, given["max_steps"])
    if isinstance(steps, int) and isinstance(most, int):
        raise _refuse(m, "ValueError", "Can not provide both steps and max_steps.")
    _check_steps(m, "steps", steps)
    _check_steps(m, "max_steps", most)
    _check_hooks(m, given["hooks"])


def check_evaluation(m: Machine, a: Arguments) -> None:
    """``evaluate(...)``: at least one step."""
    given = _EVALUATE.bind(m, "evaluate", a)
    _check_hooks(m, given["hooks"])
    _check_steps(m, "steps", needed(m, given["steps"]))


def _check_steps(m: Machine, name: str, steps: Value) -> None:
    if isinstance(steps, int) and steps <= 0:
        raise _refuse(m, "ValueError", f"Must specify {name} > 0, given: {steps}")


def _check_hooks(m: Machine, hooks: Value) -> None:
    hooks = needed(m, hooks)
    held = iterate(m, hooks) if isinstance(hooks, (tuple, ListRef)) else None
    for hook in held.items if held is not None else ():
        if _is_no_hook(needed(m, hook)):
            shown = hook if isinstance(hook, str) else "…"
            raise _refuse(m, "TypeError", f"Hooks must be a SessionRunHook, given: {shown}")


def _is_no_hook(hook: Value) -> bool:
    """Whether it is plain, or an object whose class inherits nothing from outside."""
    if isinstance(hook, Instance):
        return not any(isinstance(base, (Extern, Unknown)) for base in hook.cls.mro)
    return hook is None or isinstance(hook, (str, int, float, Function))
