"""``arg_scope``: default arguments of decorated operations.

Source: tensorflow/contrib/framework/python/ops/arg_scope.py.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from scopecheck.models.refusal import refuse_argument
from scopecheck.models.registry import Model
from scopecheck.symbolic.access import get_attribute
from scopecheck.symbolic.calls import Arguments, call_value
from scopecheck.symbolic.iteration import iterate
from scopecheck.symbolic.values import DictRef, Extern, Foreign, Function, ListRef, Unknown, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine


class ArgScope(Foreign):
    """``arg_scope``: default arguments for decorated operations while it is open."""

    __slots__ = ("scopes",)

    def __init__(self, scopes: dict[Value, dict[str, Value]]) -> None:
        self.scopes = scopes

    def held(self, m: Machine) -> Value:
        """The argument scopes to restore."""
        return m.world.arg_scopes

    def enter(self, m: Machine, node: Any) -> ArgScope:
        """Puts the merged defaults in force; gives them, to be entered again."""
        m.world = replace(m.world, arg_scopes=(*m.world.arg_scopes, self))
        return self

    def leave(self, m: Machine, token: Value) -> None:
        """Restores the defaults."""
        m.world = replace(m.world, arg_scopes=token)


def _key(value: Value) -> Value:
    if isinstance(value, Extern):
        return canonical_op(value.name)
    return value


def canonical_op(name: str) -> str:
    """The operation behind a name: slim.conv2d is contrib's convolution2d."""
    short = name.rsplit(".", 1)[-1]
    return {
        "convolution1d": "conv1d",
        "convolution2d": "conv2d",
        "convolution3d": "conv3d",
        "convolution3d_transpose": "conv3d_transpose",
        "convolution2d_in_plane": "conv2d_in_plane",
        "convolution": "conv2d" if "." not in name else "convolution",
        "convolution2d_transpose": "conv2d_transpose",
        "separable_convolution2d": "separable_conv2d",
    }.get(short, short)


def current_arguments(m: Machine) -> dict[Value, dict[str, Value]]:
    """The default arguments in force."""
    scopes = m.world.arg_scopes
    return scopes[-1].scopes if scopes else {}


def arg_scope(m: Machine, a: Arguments) -> Value:
    """``arg_scope(list_ops_or_scope, **kwargs)``."""
    target = a.args[0] if a.args else a.kwargs.get("list_ops_or_scope")
    kwargs = {k: v for k, v in a.kwargs.items() if k != "list_ops_or_scope"}
    if isinstance(target, ArgScope):
        if kwargs:
            raise refuse_argument(
                m,
                "arg_scope",
                "ValueError",
                "When attempting to re-use a scope by suppling adictionary, kwargs must be empty.",
            )
        return ArgScope(target.scopes)
    if isinstance(target, (DictRef, Unknown)):
        return ArgScope(current_arguments(m))
    if not isinstance(target, (tuple, ListRef)):
        raise refuse_argument(
            m,
            "arg_scope",
            "TypeError",
            "list_ops_or_scope must either be a list/tuple or reused scope (i.e. dict)",
        )
    held = iterate(m, target)
    keys = []
    for op in held.items if held else ():
        keys.append(_key(op))
        if isinstance(op, Extern) and op.name in _PARTIAL:
            message = "'functools.partial' object has no attribute '__module__'"
            raise refuse_argument(m, "arg_scope", "AttributeError", message)
        plain = _undecorated(op)
        if plain is not None:
            message = f"('%s is not decorated with @add_arg_scope', {plain})"
            raise refuse_argument(m, "arg_scope", "ValueError", message)
    return with_defaults(m, keys, kwargs)


def with_defaults(m: Machine, keys: Iterable[Value], kwargs: dict[str, Value]) -> ArgScope:
    """The defaults in force, with more for some operations."""
    merged = dict(current_arguments(m))
    for key in keys:
        merged[key] = {**merged.get(key, {}), **kwargs}
    return ArgScope(merged)


_PARTIAL = frozenset(
    f"{room}.{name}"
    for room in ("tf.contrib.layers", "tf.contrib.slim")
    for name in ("linear", "relu", "relu6", "elu")
)
"""``fully_connected`` with an activation: takes its defaults, and none of its own."""


def _undecorated(op: Value) -> tuple[str, str] | None:
    """Module and name of a function that takes no defaults: of tf.layers, or the program's own."""
    if isinstance(op, Extern) and op.name.startswith("tf.layers."):
        return _module_of(op.name)
    return (op.module.name, op.code.name) if isinstance(op, Function) else None


def _module_of(name: str) -> tuple[str, str]:
    short = name.rsplit(".", 1)[-1]
    module = {
        "dense": "core",
        "dropout": "core",
        "flatten": "core",
        "batch_normalization": "normalization",
    }.get(short, "pooling" if "pool" in short else "convolutional")
    return (f"tensorflow.python.layers.{module}", short)


class Decorated(Foreign):
    """A function of the program behind ``@add_arg_scope``."""

    __slots__ = ("function",)
    wraps_method = True

    def __init__(self, function: Value) -> None:
        self.function = function

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Decorated) and other.function == self.function

    def __hash__(self) -> int:
        return hash(self.function)

    def call(self, m: Machine, args: Any) -> Value:
        """Calls it with the defaults in force."""
        defaults = current_arguments(m).get(self, {})
        return call_value(
            m,
            self.function,
            Arguments(args.args, {**defaults, **args.kwargs}, args.open_args, args.open_kwargs),
        )

    def get_attribute(self, m: Machine, name: str) -> Value:
        """The function's attributes."""
        return get_attribute(m, self.function, name)


def _add_arg_scope(m: Machine, a: Arguments) -> Value:
    return Decorated(a.args[0]) if a.args and isinstance(a.args[0], Function) else m.unknown()


def scoped(name: str, model: Model) -> Model:
    """A contrib operation that takes its defaults from the open argument scopes."""
    key = canonical_op(name)

    def run(m: Machine, a: Arguments) -> Value:
        defaults = current_arguments(m).get(key)
        if defaults:
            a = Arguments(a.args, {**defaults, **a.kwargs}, a.open_args, a.open_kwargs)
        return model(m, a)

    return run


MODELS: dict[str, Model] = {}
for _prefix in ("tf.contrib.framework", "tf.contrib.slim", "tf_slim"):
    MODELS[f"{_prefix}.arg_scope"] = arg_scope
    MODELS[f"{_prefix}.add_arg_scope"] = _add_arg_scope
