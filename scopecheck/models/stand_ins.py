"""Libraries of plain Python on top of TensorFlow: programs that stand in for them.

What such a library does is written down once more, as a program in the folder ``stand_in``, and
is followed like the project's own modules. Its sites are never told: whatever happens in it has
the site of the program's call. What a stand-in doesn't have is not decided.
"""

from __future__ import annotations

import math
from pathlib import Path
from typing import TYPE_CHECKING, Any

from scopecheck.models import naming
from scopecheck.models.contexts import Context
from scopecheck.models.ops.arguments import dtype_of, shape_of, tensor_inputs
from scopecheck.models.registry import Model
from scopecheck.models.tensors import UNSEEN, Dim, Dims, dim_of, operation
from scopecheck.models.world import Scope, ScopeData, current, scope_data, update
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.iteration import iterate
from scopecheck.symbolic.records import changed
from scopecheck.symbolic.values import (
    ClassRef,
    DictRef,
    Extern,
    Function,
    Instance,
    Items,
    ListRef,
    Method,
    Value,
)

if TYPE_CHECKING:
    from scopecheck.symbolic.calls import Arguments
    from scopecheck.symbolic.machine import Machine

_NESTED = 4
FOLDER = Path(__file__).parent / "stand_in"


def _modules() -> dict[str, Path]:
    """The modules by their dotted names: a file, or a package's folder."""
    found: dict[str, Path] = {}
    for file in sorted(FOLDER.glob("*/**/*.py")):
        path = file.parent if file.name == "__init__.py" else file
        found[".".join(path.relative_to(FOLDER).with_suffix("").parts)] = path
    return found


MODULES = _modules()
PARTS = {
    f"tf.contrib.eager.{name}": (FOLDER / "eager_network.py", name)
    for name in ("Network", "Sequential")
}
_OF_GRADIENTS = (
    "multiply_gradients clip_gradient_norms clip_gradient_norms_fn add_gradients_summaries".split()
)
PARTS.update(
    {
        f"{home}.{name}": (FOLDER / "gradient_lists.py", name)
        for home in ("tf.contrib.training", "tf.contrib.slim.learning", "tf_slim.learning")
        for name in _OF_GRADIENTS
    }
)
"""Classes and functions of TensorFlow's own: which program has them."""


def is_stand_in(path: Path) -> bool:
    """Whether a file or a package's folder is one of these programs."""
    return FOLDER in path.parents


class _Named(Context):
    """A variable scope under a name of its own, inside of the one in force."""

    __slots__ = ("name", "original")

    def __init__(self, name: str, original: str) -> None:
        self.name = name
        self.original = original

    def held(self, m: Machine) -> Value:
        """The graph and the scope to restore."""
        graph = current(m)
        return (graph.id, graph.scope)

    def enter(self, m: Machine, node: Any) -> Value:
        """Puts a new scope in the place of the one in force: nothing is opened or counted."""
        old = scope_data(m)
        made = changed(
            ScopeData(),
            name=self.name,
            reuse=old.reuse,
            source=old.source,
            initializer=old.initializer,
            regularizer=old.regularizer,
            caching_device=old.caching_device,
            original_name_scope=self.original,
        )
        scope = Scope(m.allocate(made))
        update(m, current(m), scope=scope.id)
        return scope

    def leave(self, m: Machine, token: Value) -> None:
        """Puts the old scope back."""
        id, scope = token
        update(m, m.world.graphs[id], scope=scope)


def _scope_in_place(m: Machine, a: Arguments) -> Value:
    """``scope_in_place(name, name_scope)``: replaces the scope in force while a block runs."""
    name, original = (naming.encode(m, one) or naming.mark_of(m, one) for one in a.args)
    return _Named(name, original)


def _parameters(m: Machine, a: Arguments) -> Value:
    """``parameters(function)``: the names of a function's or a class's ``__call__``."""
    from scopecheck.symbolic.inheritance import class_attribute

    function = a.args[0]
    if isinstance(function, ClassRef):
        function = class_attribute(m, function, "__call__")
    while isinstance(function, Method):
        function = function.function
    if isinstance(function, Function):
        return (*function.code.parameters.positional, *function.code.parameters.keyword_only)
    return ("x", "name") if isinstance(function, Extern) else ()


def _instances_in(m: Machine, a: Arguments) -> Value:
    """``instances_in(value, classes)``: the objects of classes in a value and what it holds."""
    value, classes = a.args
    found: list[Value] = []
    _collect(m, value, frozenset(classes), found, _NESTED)
    return tuple(found)


def _is_object(m: Machine, a: Arguments) -> Value:
    """``is_object(value, classes)``: False for what isn't known, where isinstance splits."""
    value, classes = needed(m, a.args[0]), a.args[1]
    return isinstance(value, Instance) and any(one in value.cls.mro for one in classes)


def _surely(m: Machine, a: Arguments) -> Value:
    """``surely(test)``: False for what isn't known, where a test splits."""
    return needed(m, a.args[0]) is True


def _unknown(m: Machine, a: Arguments) -> Value:
    """``unknown(name)``: what the library has there is not followed."""
    return m.unknown(str(a.args[0]))


def _collect(
    m: Machine, value: Value, classes: frozenset[Value], found: list[Value], deep: int
) -> None:
    if isinstance(value, Instance):
        if classes.intersection(value.cls.mro):
            found.append(value)
    elif deep and isinstance(value, DictRef):
        for one in m.contents(value).items.values():
            _collect(m, one, classes, found, deep - 1)
    elif deep and isinstance(value, (tuple, ListRef)):
        held = iterate(m, value)
        for one in held.items if held is not None else ():
            _collect(m, one, classes, found, deep - 1)


def _reshaped(m: Machine, a: Arguments) -> Value:
    """``reshaped(tensor, spec)``: ``_`` keeps a size, ``*`` takes what is left.

    Source: prettytensor/pretty_tensor_methods.py, ``_infer_unknown_dims``.
    """
    value, spec = a.args
    dims = _new_sizes(m, shape_of(m, value), spec)
    return operation(m, "Reshape", tensor_inputs(m, value), dims, dtype_of(m, value))


def _new_sizes(m: Machine, old: Dims, spec: Value) -> Dims:
    held = Items(tuple(spec)) if isinstance(spec, str) else iterate(m, spec)
    if not isinstance(old, tuple) or held is None or held.open:
        return UNSEEN
    sizes: list[Dim] = []
    left: list[Dim] = list(old)
    taken: list[Dim] = []
    rest = [at for at, one in enumerate(held.items) if one in ("*", -1, None)]
    for at, one in enumerate(held.items):
        if one == "_":
            if at >= len(old):
                raise m.fail("ValueError", f"{at} exceeds the input shape")
            sizes.append(old[at])
            left[at] = 1
        elif at in rest:
            sizes.append(None)
        else:
            sizes.append(dim_of(m, int(one) if isinstance(one, str) else one))
            taken.append(sizes[-1])
    if len(rest) > 1:
        words = "Only one unknown value (-1 or *) is allowed: …"
        raise m.fail("ValueError", words)
    if None in left:
        return tuple(sizes)
    known = [one for one in (*left, *taken) if isinstance(one, int)]
    if len(known) < len(left) + len(taken):
        return tuple(UNSEEN if at in rest else one for at, one in enumerate(sizes))
    whole, given = math.prod(known[: len(left)]), math.prod(known[len(left) :])
    if whole and ((rest and whole % given) or (not rest and whole != given)):
        raise m.fail("ValueError", "Input (…) cannot be reshaped to ….")
    if rest and whole:
        sizes[rest[0]] = whole // given
    return tuple(sizes)


MODELS: dict[str, Model] = {
    "scopecheck_stand_in.surely": _surely,
    "scopecheck_stand_in.unknown": _unknown,
    "scopecheck_stand_in.is_object": _is_object,
    "scopecheck_stand_in.reshaped": _reshaped,
    "scopecheck_stand_in.instances_in": _instances_in,
    "scopecheck_stand_in.parameters": _parameters,
    "scopecheck_stand_in.scope_in_place": _scope_in_place,
}
