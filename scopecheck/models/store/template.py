"""``tf.make_template``: a function whose first call makes variables and whose others share them.

Source: tensorflow/python/ops/template.py, ``Template`` and ``EagerTemplate``.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from scopecheck.models import naming
from scopecheck.models.graph_collections import GLOBAL, LOCAL, TRAINABLE
from scopecheck.models.messages import variable_text
from scopecheck.models.refusal import refuse_argument
from scopecheck.models.registry import Model
from scopecheck.models.store.reuse_modes import AUTO_REUSE
from scopecheck.models.store.variable_scope import check_nesting, close_scope, construct, open_scope
from scopecheck.models.store.variables import VariableTensor
from scopecheck.models.tensors import DType
from scopecheck.models.world import EMPTY, Scope, ScopeData, current
from scopecheck.symbolic.calls import Arguments, call_value
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.values import Builtin, Error, Foreign, Partial, Raised, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine

_PARAMETERS = ("name_", "func_", "create_scope_now_", "unique_name_", "custom_getter_")
_LISTS = {
    "variables": (GLOBAL, LOCAL),
    "weights": (GLOBAL, LOCAL),
    "global_variables": (GLOBAL,),
    "local_variables": (LOCAL,),
    "trainable_variables": (TRAINABLE,),
    "trainable_weights": (TRAINABLE,),
}


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a template is: its scope once it has one, and whether its variables exist."""

    scope: Scope | None = None
    created: bool = False


class Template(Foreign):
    """A template. On the heap: its progress; under eager execution also a store of its own."""

    __slots__ = ("default", "function", "getter", "place", "store", "unique")

    def __init__(
        self,
        default: Value,
        function: Value,
        unique: Value,
        getter: Value,
        place: int,
        store: int | None,
    ) -> None:
        self.default = default
        self.function = function
        self.unique = unique
        self.getter = getter
        self.place = place
        self.store = store

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Template) and self.place == other.place

    def __hash__(self) -> int:
        return hash(self.place)

    def get_attribute(self, m: Machine, name: str) -> Value:
        """``variable_scope``, ``name``, ``trainable_variables`` …"""
        progress: Progress = m.heap[self.place]
        if name in ("variable_scope", "var_scope"):
            return progress.scope
        if name == "name":
            return self.default
        if name == "func":
            return self.function
        if name == "__call__":
            return Builtin(name, self.call)
        if name == "variable_scope_name" and progress.scope is not None:
            return naming.decode(m, f"{m.heap[progress.scope.id].name}/")
        if name in _LISTS:
            return self._variables(m, _LISTS[name])
        return NotImplemented

    def _variables(self, m: Machine, keys: tuple[str, ...]) -> Value:
        from scopecheck.models.graph_collections import listing

        progress: Progress = m.heap[self.place]
        if self.store is not None or progress.scope is None or not progress.created:
            return m.new_list((), self.store is not None)
        prefix = naming.decode(m, f"{m.heap[progress.scope.id].name}/")
        return listing(*keys)(m, Arguments((prefix,)))

    def call(self, m: Machine, args: Arguments) -> Value:
        """The first call makes the scope; later ones enter it again, reusing."""
        progress: Progress = m.heap[self.place]
        given: dict[str, Value] = {
            "name_or_scope": self.unique,
            "default_name": self.default,
            "values": None,
            "reuse": None,
            "custom_getter": self.getter,
        }
        if progress.scope is not None:
            reuse = AUTO_REUSE if self.store is not None else progress.created
            given.update(name_or_scope=progress.scope, reuse=reuse, custom_getter=None)
        context = construct(m, given)
        scope, token = open_scope(m, context.given, m.site())
        if progress.scope is None:
            m.write(self.place, replace(progress, scope=scope))
        outer = m.world.eager_store
        m.world = replace(m.world, eager_store=self.store if self.store is not None else outer)
        try:
            result = self._run(m, args)
            check_nesting(m, token)
            return result
        except Raised as raised:
            if isinstance(raised.error, Error):
                check_nesting(m, token)
            raise
        finally:
            m.world = replace(m.world, eager_store=outer)
            if current(m).scope == token["own"] or m.world.before_one:
                close_scope(m, token)

    def _run(self, m: Machine, args: Arguments) -> Value:
        created = m.heap[self.place].created
        before = self._trainable(m)
        result = call_value(m, self.function, args)
        new = [one for one in self._trainable(m) if one not in before]
        if created and new:
            listed = ", ".join(variable_text(m, v) for v in new if isinstance(v, VariableTensor))
            message = (
                "Trainable variable created when calling a template after the first time, perhaps "
                f"you used tf.Variable when you meant tf.get_variable: [{listed}]"
            )
            raise refuse_argument(m, "make_template", "ValueError", message)
        m.write(self.place, replace(m.heap[self.place], created=True))
        return result

    def _trainable(self, m: Machine) -> tuple[Value, ...]:
        if self.store is None:
            held: tuple[Value, ...] = current(m).collections.get(TRAINABLE, ())
            return held
        return tuple(v for v in m.heap[self.store].values() if v.trainable)


def make_template(m: Machine, a: Arguments) -> Value:
    """``tf.make_template(name_, func_, create_scope_now_, unique_name_, ...)``."""
    given = dict.fromkeys(_PARAMETERS)
    given.update(zip(_PARAMETERS, a.args, strict=False))
    given.update({k: v for k, v in a.kwargs.items() if k in given})
    bound = tuple((k, v) for k, v in a.kwargs.items() if k not in given)
    function = Partial(given["func_"], (), bound) if bound else given["func_"]
    name, unique = needed(m, given["name_"]), needed(m, given["unique_name_"])
    eager = m.world.executing_eagerly
    if eager and unique is not None:
        mode = "exeuction" if m.world.tensorflow == "1.15" else "execution"
        message = f"unique_name_ cannot be used when eager {mode} is enabled."
        raise refuse_argument(m, "make_template", "ValueError", message)
    if name is None:
        raise refuse_argument(m, "make_template", "ValueError", "name cannot be None.")
    store = m.allocate(EMPTY) if eager else None
    getter = given["custom_getter_"]
    place = m.allocate(Progress())
    template = Template(given["name_"], function, given["unique_name_"], getter, place, store)
    if needed(m, given["create_scope_now_"]) is True:
        m.write(place, Progress(_scope_now(m, template)))
    return template


def _scope_now(m: Machine, template: Template) -> Scope:
    """The scope taken when the template is made: uniquified there and counted, no name scope.

    Its original name scope is its own name, without a slash; its dtype is never an outer
    scope's.
    """
    given: dict[str, Value] = {
        "name_or_scope": template.unique,
        "default_name": template.default,
        "values": None,
        "reuse": None,
        "custom_getter": template.getter,
        "auxiliary_name_scope": False,
    }
    context = construct(m, given)
    scope, token = open_scope(m, context.given, m.site())
    close_scope(m, token)
    data: ScopeData = m.heap[scope.id]
    own = data.name.split("/")[-1]
    m.write(scope.id, replace(data, original_name_scope=own, dtype=DType("float32")))
    return scope


def _internal(m: Machine, a: Arguments) -> Value:
    """``make_template_internal``: the same, where the function is not to be a graph function."""
    kwargs = dict(a.kwargs)
    if needed(m, kwargs.pop("create_graph_function_", False)) is not False:
        m.undecided("make_template_internal", "graph functions in it are not modelled", 1)
        return m.unknown("a template", not_none=True)
    return make_template(m, Arguments(a.args, kwargs, a.open_args, a.open_kwargs))


MODELS: dict[str, Model] = {
    "tf.make_template": make_template,
    "tf.make_template_internal": _internal,
}
