"""What a scope takes from the scope around it.

Source: tensorflow/python/ops/variable_scope.py, ``_pure_variable_scope``: reuse, the
defaults of variables, nested custom getters.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from scopecheck.models import naming
from scopecheck.models.world import ScopeData
from scopecheck.symbolic.values import Builtin, Value
from scopecheck.trace import Reuse, ReuseSource

if TYPE_CHECKING:
    from scopecheck.symbolic.calls import Arguments
    from scopecheck.symbolic.machine import Machine


NO_DEVICES = "Caching devices are not yet supported when eager execution is enabled."
RESOURCES_ONLY = "When eager execution is enabled, use_resource cannot be set to false."


def first_asked(one: Reuse, other: Reuse) -> Reuse:
    """What the first entry asked for, else what this one does."""
    return one if one is not Reuse.OFF else other


def inherit(
    m: Machine,
    base: ScopeData,
    given: dict[str, Value],
    asked: Reuse,
    full: str,
    original: str,
    site: Any,
    captured: bool,
) -> ScopeData:
    """The new scope's data: ``given or base`` for reuse, arguments over the base's properties.

    captured: whether the base is the scope given as an object, whose reuse False ended before 1.0.
    """
    if asked is Reuse.UNKNOWN and base.reuse is Reuse.ON:
        reuse, source = Reuse.UNKNOWN, base.source
    elif asked is not Reuse.OFF:
        kind = "eager" if m.world.executing_eagerly else "argument"
        reuse, source = asked, ReuseSource(kind, naming.shown(full), site)
    elif m.world.before_one and given["reuse"] is False and captured:
        reuse, source = Reuse.OFF, None
    else:
        reuse, source = base.reuse, base.source

    def pick(name: str, held: Value) -> Value:
        value = given.get(name)
        return held if value is None else value

    getter = given.get("custom_getter")
    if getter is not None and base.getter is not None and not m.world.before_one:
        getter = _compose(base.getter, getter)
    return ScopeData(
        full,
        reuse,
        source,
        pick("initializer", base.initializer),
        pick("regularizer", base.regularizer),
        pick("dtype", base.dtype),
        pick("custom_getter", base.getter) if getter is None else getter,
        pick("partitioner", base.partitioner),
        pick("use_resource", base.use_resource),
        given.get("constraint"),
        pick("caching_device", base.caching_device),
        original,
    )


def _compose(outer: Value, inner: Value) -> Value:
    """Nested getters: the inner one is called first; its ``getter`` calls the outer one."""

    def run(m: Machine, a: Arguments) -> Value:
        true_getter = a.kwargs.get("getter") if "getter" in a.kwargs else a.args[0]

        def call_outer(m: Machine, b: Arguments) -> Value:
            rest = {k: v for k, v in b.kwargs.items() if k != "getter"}
            return (
                m.call(outer, b.args, getter=true_getter, **rest)
                if not b.args
                else m.call(outer, (true_getter, *b.args), **rest)
            )

        rest = {k: v for k, v in a.kwargs.items() if k != "getter"}
        positional = a.args if "getter" in a.kwargs else a.args[1:]
        wrapped = Builtin("getter", call_outer)
        if positional:
            return m.call(inner, (wrapped, *positional), **rest)
        return m.call(inner, (), getter=wrapped, **rest)

    return Builtin("custom_getter", run)
