"""``tf.name_scope``: names of operations, and of tf.Variables, but not of get_variable's.

Source: tensorflow/python/framework/ops.py, ``name_scope`` and ``Graph.name_scope``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from scopecheck.models import naming
from scopecheck.models.contexts import Context
from scopecheck.models.messages import type_name
from scopecheck.models.refusal import refuse_argument
from scopecheck.models.registry import Model, Signature, constructor_name
from scopecheck.models.store.scope_names import enter_names
from scopecheck.models.world import current, update
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.values import Text, Unknown, Value
from scopecheck.trace import NameScope, NameScopeEntered

if TYPE_CHECKING:
    from scopecheck.symbolic.calls import Arguments
    from scopecheck.symbolic.machine import Machine

_SIGNATURE = Signature("name=None, default_name=None, values=None, skip_on_eager=True")
_OP_SCOPE = Signature("values, name=None, default_name=None")


class NameScopeContext(Context):
    """A ``tf.name_scope(...)`` object."""

    __slots__ = ("name", "written")
    shown = "name_scope"

    def __init__(self, name: str | None, written: bool) -> None:
        self.name = name
        self.written = written

    def held(self, m: Machine) -> Value:
        """The name stack and the open name scopes to restore."""
        graph = current(m)
        return (graph.id, graph.stack, graph.name_scopes)

    def enter(self, m: Machine, node: Any) -> Value:
        """Enters the scope; gives its full name with a trailing slash."""
        stack, full = enter_names(m, self.name or "", "name_scope")
        graph = current(m)
        scopes = graph.name_scopes
        if self.written and self.name:
            scopes = (*scopes, NameScope(naming.shown(self.name), m.site()))
        elif not self.name:
            scopes = ()
        update(m, graph, stack=stack, name_scopes=scopes)
        m.emit(NameScopeEntered(m.site(), m.path(), naming.shown(full)))
        return naming.decode(m, full)

    def leave(self, m: Machine, token: Value) -> None:
        """Restores the name stack."""
        id, stack, scopes = token
        update(m, m.world.graphs[id], stack=stack, name_scopes=scopes)


def _make(m: Machine, name: Value, default: Value, values: Value) -> Value:
    name, default = needed(m, name), needed(m, default)
    check_default_name(m, default)
    if isinstance(name, Unknown) and not name.kind:
        chosen: str | None = naming.mark_unknown(m, name)
    elif name is None and default is None and values is not None and m.left_out:
        chosen = naming.mark_of(m, name)
    elif name is None and default is None and values is not None:
        raise refuse_argument(
            m,
            "name_scope",
            "ValueError",
            f"At least one of name ({name}) and default_name ({default}) must be provided.",
        )
    else:
        value = default if name is None else name
        chosen = naming.encode(m, value) if value is not None else None
        if chosen is None and value is not None:
            if not naming.is_no_name(value):
                chosen = naming.mark_of(m, value)
            else:
                raise refuse_argument(
                    m, "name_scope", "TypeError", "name for name_scope must be a string."
                )
    return NameScopeContext(chosen, isinstance(name, (str, Text, Unknown)))


def check_default_name(m: Machine, default: Value) -> None:
    """What stands second is a default name; before 1.0 it went unread where there is a name."""
    if default is None or isinstance(default, str) or m.world.before_one:
        return
    if naming.is_no_name(default):
        kind = type_name(default) or _TENSORS[m.world.tensorflow == "1.15"]
        raise refuse_argument(
            m,
            "name_scope",
            "TypeError",
            f"`default_name` type (<class '{kind}'>) is not a string type. You likely meant to "
            "pass this into the `values` kwarg.",
        )


_TENSORS = {
    True: "tensorflow.python.framework.ops.Tensor",
    False: "tensorflow.python.framework.ops.SymbolicTensor",
}


def name_scope(m: Machine, a: Arguments) -> Value:
    """``tf.name_scope(name, default_name, values)``."""
    given = _SIGNATURE.bind(m, constructor_name(m, "name_scope_v1"), a)
    return _make(m, given["name"], given["default_name"], given["values"])


def op_scope(m: Machine, a: Arguments) -> Value:
    """``tf.op_scope(values, name, default_name)``."""
    given = _OP_SCOPE.bind(m, "op_scope", a)
    return _make(m, given["name"], given["default_name"], given["values"])


MODELS: dict[str, Model] = {
    "tf.name_scope": name_scope,
    "tf.keras.backend.name_scope": name_scope,
    "tf.Graph.name_scope": name_scope,
    "tf.op_scope": op_scope,
}
