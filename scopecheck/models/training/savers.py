"""``tf.train.Saver``: what it refuses to save, and what it refuses to do before it is built.

Source: tensorflow/python/training/saver.py, ``Saver``;
tensorflow/python/training/saving/saveable_object_util.py.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scopecheck.models import naming
from scopecheck.models.graph_collections import GLOBAL, add_to_collections
from scopecheck.models.growth import built
from scopecheck.models.messages import value_text
from scopecheck.models.one_graph import check_not_finalized
from scopecheck.models.opaque import Opaque
from scopecheck.models.ops.arguments import Given, takes
from scopecheck.models.ops.operands import tells
from scopecheck.models.refusal import refuse_argument
from scopecheck.models.registry import Model
from scopecheck.models.store.variables import VariableTensor
from scopecheck.models.tensors import Tensor
from scopecheck.models.world import EMPTY, current
from scopecheck.symbolic.calls import Arguments
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.iteration import iterate
from scopecheck.symbolic.values import Builtin, DictRef, Foreign, ListRef, Raised, Table, Value
from scopecheck.trace import CollectionRead

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine

SAVEABLE = "saveable_objects"
_BY = "tf.train.Saver"
_BUILT = "built"
_OF_A_VARIABLE = frozenset("Variable VarHandleOp ReadVariableOp Imported Identity".split())
"""What a tensor may be that stands for a variable."""


class Saver(Opaque):
    """A saver. On the heap: whether its operations are built, None where that isn't known."""

    __slots__ = ("place",)

    def __init__(self, place: int) -> None:
        super().__init__(_BY)
        self.place = place

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Saver) and other.place == self.place

    def __hash__(self) -> int:
        return hash(self.place)

    def join(self, other: Value, key: tuple[object, ...]) -> Value:
        """Of two savers it isn't known which one is built."""
        if not isinstance(other, Opaque):
            return NotImplemented
        return self if other == self else Opaque(_BY)

    def get_attribute(self, m: Machine, name: str) -> Value:
        """A method; ``save``, ``restore`` and ``build`` look at what they are given."""
        held = super().get_attribute(m, name)
        check = {"save": _check_save, "restore": _check_restore, "build": _build}.get(name)
        if check is None or not isinstance(held, Foreign):
            return held

        def run(m: Machine, a: Arguments) -> Value:
            check(m, self, a)
            return held.call(m, a)

        return Builtin(name, run)


def _check_save(m: Machine, saver: Saver, a: Arguments) -> None:
    if m.heap[saver.place][_BUILT] is False:
        message = "`build()` should be called before save if defer_build==True"
        raise refuse_argument(m, f"{_BY}.save", "RuntimeError", message)
    session = needed(m, a.args[0] if a.args else a.kwargs.get("sess", 0))
    if session is None and not m.world.executing_eagerly:
        message = "'sess' must be a Session; None"
        raise refuse_argument(m, f"{_BY}.save", "TypeError", message)


def _check_restore(m: Machine, saver: Saver, a: Arguments) -> None:
    if needed(m, a.args[1] if len(a.args) > 1 else a.kwargs.get("save_path", 0)) is None:
        message = "Can't load save_path when it is None."
        raise refuse_argument(m, f"{_BY}.restore", "ValueError", message)


def _build(m: Machine, saver: Saver, a: Arguments) -> None:
    m.write(saver.place, m.heap[saver.place].set(_BUILT, True))


@takes(
    "var_list reshape sharded max_to_keep keep_checkpoint_every_n_hours name "
    "restore_sequentially saver_def builder defer_build allow_empty"
)
def _saver(m: Machine, g: Given) -> Value:
    """``tf.train.Saver``: builds its operations; without a list it takes all variables."""
    given, deferred = g("var_list"), g("defer_build", default=False)
    eager = m.world.executing_eagerly
    if deferred is True and _holds(m, given):
        message = (
            "If `var_list` is provided then build cannot be deferred. Either set "
            "defer_build=False or var_list=None."
        )
        raise refuse_argument(m, _BY, "ValueError", message)
    if given is None:
        if eager:
            message = (
                "When eager execution is enabled, `var_list` must specify a list or dict of "
                "variables to save"
            )
            raise refuse_argument(m, _BY, "RuntimeError", message)
        m.emit(CollectionRead(m.site(), m.path(), GLOBAL, current(m).id))
    if deferred is not True:
        check_not_finalized(m)
        if _has_nothing(m, given, g):
            raise m.fail("ValueError", "No variables to save")
        if not eager and not g.has("builder") and not g.has("saver_def"):
            _check_saved(m, given)
        built(m, "Saver")
    is_built = {True: False, False: True}.get(deferred) if isinstance(deferred, bool) else None
    return Saver(m.allocate(EMPTY.set(_BUILT, is_built)))


def _holds(m: Machine, given: Value) -> bool:
    """Whether something surely is given."""
    if isinstance(given, (tuple, ListRef, DictRef)):
        return bool(m.contents(given).items) if isinstance(given, DictRef) else _items(m, given)
    return isinstance(given, Tensor)


def _items(m: Machine, given: Value) -> bool:
    held = iterate(m, given)
    return held is not None and bool(held.items)


def _check_saved(m: Machine, given: Value) -> None:
    """Refuses what is no variable, and a variable that would be saved twice."""
    if isinstance(given, DictRef):
        _check_names(m, m.contents(given))
    elif isinstance(given, (tuple, ListRef)):
        _check_list(m, given)
    elif isinstance(given, (int, float, str, Tensor)) and given:
        shown = "…" if isinstance(given, Tensor) else value_text(m, given)
        link = "list:" if m.world.tensorflow == "1.15" else "list. Got"
        message = f"Variables to save should be passed in a dict or a {link} {shown}"
        raise refuse_argument(m, _BY, "TypeError", message)


def _check_names(m: Machine, table: Table) -> None:
    if table.open:
        return
    strange = [one for one in table.items if isinstance(one, (int, float, Tensor))]
    if strange and len(strange) == len(table.items):
        shown = value_text(m, strange[0]) if len(strange) == 1 else "…"
        message = (
            "names_to_saveables must be a dict mapping string names to trackable operations. "
            f"Name is not a string: {'…' if isinstance(strange[0], Tensor) else shown}"
        )
        raise refuse_argument(m, _BY, "TypeError", message)
    if not all(isinstance(one, str) for one in table.items):
        return
    seen: list[Value] = []
    for name in sorted(map(str, table.items)):
        value = needed(m, table.items[name])
        if _is_other(m, value):
            message = (
                "names_to_saveables must be a dict mapping string names to Tensors/Variables. Not "
                "a variable: …"
            )
            raise refuse_argument(m, _BY, "TypeError", message)
        if _is_one(value) and value in seen:
            message = f"The same saveable will be restored with two names: {name}"
            raise refuse_argument(m, _BY, "ValueError", message)
        seen.append(value)


def _check_list(m: Machine, given: Value) -> None:
    held = iterate(m, given)
    if held is None or held.open:
        return
    items = [needed(m, one) for one in held.items]
    for one in items:
        if isinstance(one, (int, float, str)) or one is None:
            kind = type(one).__name__
            message = f"'{kind}' object has no attribute 'name'"
            raise refuse_argument(m, _BY, "AttributeError", message)
    if not all(isinstance(one, Tensor) and one.name is not None for one in items):
        return
    seen: list[Value] = []
    for one in sorted(items, key=_name):
        if not isinstance(one, VariableTensor) and _is_other(m, one):
            raise refuse_argument(m, _BY, "TypeError", "Variable to save is not a Variable: …")
        if _is_one(one) and one in seen:
            raise _refuse_twice(m, _name(one))
        seen.append(one)


def _name(value: Value) -> str:
    return getattr(value, "name", None) or ""


def _refuse_twice(m: Machine, name: str) -> Raised:
    message = f"At least two variables have the same name: {naming.shown(name)}"
    return refuse_argument(m, _BY, "ValueError", message)


def _is_one(value: Value) -> bool:
    """Whether a value is one variable whose name is known, and no part of another."""
    if not isinstance(value, VariableTensor) or value.several or value.name is None:
        return False
    return naming.shown(value.name) == value.name and "/part_" not in value.name


def _is_other(m: Machine, value: Value) -> bool:
    """Whether a value surely becomes a tensor that is no variable."""
    if isinstance(value, Tensor):
        return type(value) is Tensor and value.op not in _OF_A_VARIABLE and not value.several
    return isinstance(value, (int, float, str)) and not m.world.executing_eagerly


def _has_nothing(m: Machine, given: Value, g: Given) -> bool:
    """Whether there is surely no variable for a saver that wants some."""
    told = [g(name, default=False) for name in ("saver_def", "allow_empty")]
    if any(one is not None and one is not False for one in told):
        return False
    if given is None:
        graph = current(m)
        seen = m.world.closed and not m.world.executing_eagerly and not m.taint
        hidden = graph.imported or graph.unfollowed
        held = any(graph.collections.get(key) for key in (GLOBAL, SAVEABLE))
        return seen and not hidden and not held
    return isinstance(given, (tuple, ListRef, DictRef)) and _is_empty(m, given)


def _is_empty(m: Machine, value: Value) -> bool:
    if isinstance(value, DictRef):
        table: Table = m.contents(value)
        return not table.items and not table.open
    held = iterate(m, value)
    return held is not None and not held.items and not held.open


def _eager_saver(m: Machine, a: Arguments) -> Value:
    """``tf.contrib.eager.Saver``, which is for operations that run at once."""
    if tells(m):
        message = (
            "tfe.Saver can only be used when eager execution is enabled. Use tf.train.Saver when "
            "building graphs."
        )
        raise refuse_argument(m, "tf.contrib.eager.Saver", "RuntimeError", message)
    return Opaque("tf.contrib.eager.Saver")


def _table(name: str, at: int) -> Model:
    """A table that a program fills: a saver saves it too. at: which argument ``checkpoint`` is."""

    def model(m: Machine, a: Arguments) -> Value:
        table = Opaque(name)
        if needed(m, a.get(at, "checkpoint")) is not False and not m.world.executing_eagerly:
            add_to_collections(m, (SAVEABLE,), table)
        return table

    return model


_TABLES = {"MutableHashTable": 4, "DenseHashTable": 7, "MutableDenseHashTable": 7}
MODELS: dict[str, Model] = {
    _BY: _saver,
    "tf.contrib.eager.Saver": _eager_saver,
    **{
        f"{place}.{name}": _table(f"{place}.{name}", at)
        for place in ("tf.contrib.lookup", "tf.lookup.experimental")
        for name, at in _TABLES.items()
    },
}
