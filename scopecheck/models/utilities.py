"""TensorFlow's own decorators, which programs that copy from its sources use too.

Source: tensorflow/python/util/deprecation.py, tf_export.py, tf_decorator.py, dispatch.py,
tf_should_use.py, keyword_args.py.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scopecheck.models.registry import Model
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.stdlib.contexts import Passing
from scopecheck.symbolic.values import Builtin, Unknown, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.calls import Arguments
    from scopecheck.symbolic.machine import Machine


def _decorator(m: Machine, a: Arguments) -> Value:
    """``deprecated(date, instructions)`` and its like: a decorator that changes no behaviour."""
    return Builtin("decorator", lambda m, inner: inner.args[0] if inner.args else None)


def _decorated(m: Machine, a: Arguments) -> Value:
    """A decorator without arguments: the function as it is."""
    return a.args[0] if a.args else None


def _make_decorator(m: Machine, a: Arguments) -> Value:
    """``make_decorator(target, decorator_func)``: the second."""
    return a.get(1, "decorator_func")


def _alias(m: Machine, a: Arguments) -> Value:
    """``deprecated_alias(deprecated_name, name, func_or_class)``: what has the new name."""
    return a.get(2, "func_or_class")


def _looked_up(m: Machine, a: Arguments) -> Value:
    """``deprecated_argument_lookup(new_name, new_value, old_name, old_value)``: the one given.

    ValueError where both are.
    """
    new, old = needed(m, a.get(1, "new_value")), needed(m, a.get(3, "old_value"))
    if old is None:
        return new
    if isinstance(old, Unknown) and not m.truth(m.unknown("an argument is given", kind="bool")):
        return new
    if new is not None and not isinstance(new, Unknown) and not isinstance(old, Unknown):
        names = (a.get(2, "old_name"), a.get(0, "new_name"))
        raise m.fail("ValueError", f"Cannot specify both '{names[0]}' and '{names[1]}'")
    return old


def _silence(m: Machine, a: Arguments) -> Value:
    """``silence()``: warnings are held back in it."""
    return Passing(None)


MODELS: dict[str, Model] = {
    **{
        f"{module}.{name}": _decorator
        for module in ("tf.util.deprecation", "tf.contrib.framework", "tf.contrib.slim")
        for name in ("deprecated", "deprecated_args", "deprecated_arg_values")
    },
    "tf.util.deprecation.deprecated_alias": _alias,
    "tf.util.deprecation.deprecated_argument_lookup": _looked_up,
    "tf.util.deprecation.deprecated_endpoints": _decorator,
    "tf.util.deprecation.silence": _silence,
    "tf.util.dispatch.add_dispatch_support": _decorated,
    "tf.util.dispatch.add_dispatch_list": _decorated,
    "tf.util.keyword_args.keyword_args_only": _decorated,
    "tf.util.tf_decorator.make_decorator": _make_decorator,
    "tf.util.tf_export.estimator_export": _decorator,
    "tf.util.tf_export.keras_export": _decorator,
    "tf.util.tf_export.tf_export": _decorator,
    "tf.util.tf_should_use.should_use_result": _decorated,
}
