"""cond, while_loop, map_fn, scan: bodies that run once, while the graph is built.

Source: tensorflow/python/ops/control_flow_ops.py, map_fn.py, functional_ops.py.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from scopecheck.models import naming
from scopecheck.models.branches import (
    check_alike,
    check_branch,
    check_condition,
    check_returned,
    switches,
)
from scopecheck.models.callbacks import converted
from scopecheck.models.carried import carried
from scopecheck.models.contexts import Context
from scopecheck.models.layers.functions import as_tensor
from scopecheck.models.loop_shapes import check_kept, leaving, promised, shapes_kept
from scopecheck.models.ops.arguments import tensor_inputs
from scopecheck.models.refusal import refuse_argument
from scopecheck.models.registry import Model
from scopecheck.models.rnn.scopes import in_loop
from scopecheck.models.store.flow_initials import enter_flow, leave_flow
from scopecheck.models.store.scope_names import under
from scopecheck.models.tensor_arrays import TensorArray
from scopecheck.models.tensors import UNSEEN, Dim, Tensor
from scopecheck.models.world import current, update
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.iteration import iterate
from scopecheck.symbolic.stdlib.contexts import Passing
from scopecheck.symbolic.values import DictRef, ListRef, Unknown, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.calls import Arguments
    from scopecheck.symbolic.machine import Machine


_PLAIN = (bool, int, float, complex, str)
"""What a branch may give that becomes a tensor."""


def _inside(m: Machine, a: Arguments, default: str, body: Any) -> Value:
    """Runs a body in the name scope that the operation opens."""
    name = naming.encode(m, a.kwargs.get("name")) or default
    graph = current(m)
    stack = graph.stack
    full = naming.unique_name(m, name)
    update(m, current(m), stack=full)
    flows = enter_flow(m, full)
    try:
        return body()
    finally:
        leave_flow(m, flows)
        update(m, current(m), stack=stack)


def cond(m: Machine, a: Arguments) -> Value:
    """``tf.cond(pred, true_fn, false_fn)``: both branches are built, one after the other.

    Eager execution only runs the one that is chosen.
    """
    names = ("pred", "true_fn", "false_fn", "strict", "name", "fn1", "fn2")
    given = dict(zip(names, a.args, strict=False))
    given.update(a.kwargs)
    first, second = branches(given)
    if m.world.executing_eagerly:
        chosen = first if m.truth(given.get("pred")) else second
        return m.unknown("a branch") if chosen is None else m.call(chosen)
    for name, branch in (("true_fn", first), ("false_fn", second)):
        check_branch(m, name, branch)

    def body() -> Value:
        if isinstance(needed(m, given.get("pred")), bool) and not m.world.tracing:
            name = "pred" if m.world.tensorflow == "1.15" else "'pred'"
            message = f"{name} must not be a Python bool"
            message += "" if m.world.tensorflow == "1.15" else "."
            raise refuse_argument(m, "tf.cond", "TypeError", message)
        check_condition(m, given.get("pred"))
        outputs = []
        for name, branch in (("true_fn", first), ("false_fn", second)):
            outputs.append(m.call(branch))
            check_returned(m, name, outputs[-1])
        strict = given.get("strict")
        check_alike(m, *(needed(m, _single(m, one, strict)) for one in outputs))
        return _single(m, _either(m, outputs), given.get("strict"))

    return _inside(m, a, "cond", body)


def branches(given: Mapping[str, Value]) -> tuple[Value, Value]:
    """Both functions of a condition, under their names or the older ones."""
    first = given.get("true_fn") or given.get("fn1")
    return first, given.get("false_fn") or given.get("fn2")


def _single(m: Machine, result: Value, strict: Value = None) -> Value:
    """What stands alone in a list or a tuple, which TensorFlow 1 unpacks."""
    newer = m.world.tensorflow != "1.15" and not switches(m)
    if newer or needed(m, strict) is True:
        return result
    held = iterate(m, result) if isinstance(result, (tuple, ListRef)) else None
    return held.items[0] if held is not None and len(held.items) == 1 else result


def _either(m: Machine, outputs: list[Value]) -> Value:
    if not outputs:
        return m.unknown("a branch")
    if len(outputs) > 1:
        outputs = [as_tensor(m, one) if type(one) in _PLAIN else one for one in outputs]
    tensors = [one for one in outputs if isinstance(one, Tensor)]
    if len(tensors) == len(outputs):
        shape = tensors[0].shape if all(t.shape == tensors[0].shape for t in tensors) else UNSEEN
        return Tensor(m.identity(), "Merge", tuple(tensors), shape, tensors[0].dtype)
    if all(isinstance(one, TensorArray) for one in outputs):
        flow = _either(m, [one.flow for one in outputs])
        return outputs[0].with_flow(flow)
    held = [iterate(m, one) if isinstance(one, (tuple, ListRef)) else None for one in outputs]
    if all(one is not None and not one.open for one in held):
        rows = zip(*(one.items for one in held if one is not None), strict=False)
        merged = [_either(m, list(row)) for row in rows]
        return tuple(merged) if isinstance(outputs[0], tuple) else m.new_list(merged)
    return (
        outputs[0]
        if not isinstance(outputs[0], Tensor)
        else Tensor(m.identity(), "Merge", tuple(outputs))
    )


def case(m: Machine, a: Arguments) -> Value:
    """``tf.case``: every branch is built."""

    def body() -> Value:
        functions = [function for _, function in case_pairs(m, a)]
        default = a.get(1, "default")
        if default is not None:
            functions.append(default)
        return _chosen(m, functions)

    return _inside(m, a, "case", body)


def case_pairs(m: Machine, a: Arguments) -> list[tuple[Value, Value]]:
    """The conditions of ``tf.case`` and their functions, from pairs or from a dict."""
    given = a.get(0, "pred_fn_pairs")
    if isinstance(given, DictRef):
        return list(m.contents(given).items.items())
    held = iterate(m, given)
    rows = [iterate(m, pair) for pair in (held.items if held else ())]
    return [(row.items[0], row.items[1]) for row in rows if row is not None and len(row.items) == 2]


def _chosen(m: Machine, functions: list[Value]) -> Value:
    """What one of the functions gives: a ``tf.cond`` of the first and of the rest."""
    if len(functions) < 2:
        return _either(m, [m.call(function) for function in functions])
    first, *rest = functions
    made = in_loop(m, lambda: _either(m, [m.call(first), _chosen(m, rest)]), "cond")
    return _single(m, made)


def while_loop(m: Machine, a: Arguments) -> Value:
    """``tf.while_loop(cond, body, loop_vars)``: both functions are built once."""
    names = ("cond", "body", "loop_vars", "shape_invariants")
    given = dict(zip(names, a.args, strict=False))
    given.update(a.kwargs)

    _repeated(m, "tf.while_loop")
    quote = "" if m.world.tensorflow == "1.15" else "'"
    for name in names[:2]:
        _check_callable(m, given.get(name), f"{quote}{name}{quote} must be callable.")

    def body() -> Value:
        held = iterate(m, given.get("loop_vars"))
        if held is None:
            held = iterate(m, m.new_list())
        begun = enumerate(held.items) if held else ()
        loop = tuple(_loop_tensor(m, one, (i,)) for i, one in begun)
        loop = promised(m, loop, given.get("shape_invariants"))
        m.call(given.get("cond"), loop)
        result = _as_returned(m, m.call(given.get("body"), loop), given)
        if isinstance(result, (tuple, ListRef, Tensor, TensorArray)):
            check_kept(m, "tf.while_loop", loop, result)
            exit_of = leaving(carried(m, loop, result), shapes_kept(m, loop, result))
            return _each_tensor(m, result, exit_of)
        return m.unknown("the loop's results", not_none=True)

    return _inside(m, a, "while", body)


def _as_it_came(m: Machine, a: Arguments) -> Value:
    """The loop of the module ``while_v2``: a list of one stays a list."""
    return while_loop(m, replace(a, kwargs={"return_same_structure": True, **a.kwargs}))


def _as_returned(m: Machine, result: Value, given: dict[str, Value]) -> Value:
    """One variable comes back alone; in TensorFlow 2's own function as the loop got it."""
    held = iterate(m, result) if isinstance(result, (tuple, ListRef)) else None
    if not given.get("return_same_structure"):
        alone = held is not None and not held.open and len(held.items) == 1
        inner = held.items[0] if alone and held is not None else None
        return inner if isinstance(inner, (Tensor, TensorArray)) else result
    asked = given.get("loop_vars")
    if held is None and isinstance(result, Tensor) and isinstance(asked, (tuple, ListRef)):
        return (result,) if isinstance(asked, tuple) else m.new_list((result,))
    return result


def _check_callable(m: Machine, function: Value, message: str) -> None:
    if function is None or isinstance(function, (bool, int, float, str, tuple, Tensor, ListRef)):
        raise m.fail("TypeError", message)


def _each_tensor(m: Machine, value: Value, change: Callable[[Tensor], Tensor]) -> Value:
    """A structure with every tensor in it changed."""
    if isinstance(value, (bool, int, float)):
        value = _loop_tensor(m, value)
    if isinstance(value, Tensor):
        return change(value)
    if isinstance(value, TensorArray):
        return value.with_flow(change(value.flow))
    held = iterate(m, value) if isinstance(value, (tuple, ListRef)) else None
    if held is None:
        return value
    rows = [_each_tensor(m, one, change) for one in held.items]
    return tuple(rows) if isinstance(value, tuple) else m.new_list(rows, held.open)


def _stacked(
    count: Dim, earlier: Callable[[Tensor], tuple[Tensor, ...]] = lambda made: ()
) -> Callable[[Tensor], Tensor]:
    """What all passes gave, one above the other."""

    def change(made: Tensor) -> Tensor:
        shape = (count, *made.shape) if isinstance(made.shape, tuple) else UNSEEN
        before = (made, *earlier(made))
        return Tensor((*made.key, "all"), "TensorArrayGather", before, shape, made.dtype)

    return change


def _count(m: Machine, elems: Value) -> Dim:
    """How many passes there are: the first size of what is mapped."""
    if isinstance(elems, Tensor):
        return elems.shape[0] if isinstance(elems.shape, tuple) and elems.shape else UNSEEN
    held = iterate(m, elems) if isinstance(elems, (tuple, ListRef)) else None
    return _count(m, held.items[0]) if held is not None and held.items else UNSEEN


def _repeated(m: Machine, what: str) -> None:
    """Eager execution runs a body as often as the values say."""
    if m.world.executing_eagerly:
        m.undecided(what, "how often the body runs is not known", 1)


def _loop_tensor(m: Machine, value: Value, place: tuple[int, ...] = ()) -> Value:
    """A variable of a loop as the body sees it: its own one, whatever it begins with."""
    if isinstance(value, Tensor):
        return Tensor((*value.key, "loop", *place), "Switch", (value,), value.shape, value.dtype)
    if isinstance(value, TensorArray):
        flow = value.flow
        key = (*flow.key, "loop", *place)
        return value.with_flow(Tensor(key, "Switch", (flow,), (), flow.dtype))
    if isinstance(value, (tuple, ListRef)):
        held = iterate(m, value)
        arrays = (Tensor, TensorArray)
        if held is not None and any(isinstance(one, arrays) for one in held.items):
            inner = tuple(_loop_tensor(m, one, (*place, i)) for i, one in enumerate(held.items))
            return inner if isinstance(value, tuple) else m.new_list(inner, held.open)
    from scopecheck.models.store.initial import constant_of

    constant = constant_of(m, value)
    if constant is None or isinstance(value, Unknown):
        return value
    return Tensor(m.identity(), "Const", (), constant.dims, constant.dtype)


def _mapped(default: str, fold: bool = False) -> Model:
    """``tf.map_fn``, ``tf.scan``, ``tf.foldl``: the function is built once."""

    def run(m: Machine, a: Arguments) -> Value:
        names = ("fn", "elems", "initializer" if fold else "dtype")
        given = dict(zip(names, a.args, strict=False))
        given.update(a.kwargs)
        _repeated(m, f"tf.{default}")
        if m.world.tensorflow == "1.15":
            _check_callable(m, given.get("fn"), "fn must be callable.")

        def body() -> Value:
            element = _element(m, given.get("elems"))
            if fold:
                initial = given.get("initializer")
                args: tuple[Value, ...] = (
                    element if initial is None else _loop_tensor(m, initial),
                    element,
                )
            else:
                args = (element,)

            def call() -> Value:
                return m.call(given.get("fn"), args)

            convert = default == "map" and m.world.tensorflow != "1.15"
            result = in_loop(m, lambda: converted(m, call) if convert else call())
            earlier = carried(m, args[0] if fold else (), result)
            if default.startswith("fold"):
                check_kept(m, f"tf.{default}", args[0], result)
                return _each_tensor(m, result, leaving(earlier, shapes_kept(m, args[0], result)))
            return _each_tensor(m, result, _stacked(_count(m, given.get("elems")), earlier))

        return _inside(m, a, default, body)

    return run


def _vectorized(m: Machine, a: Arguments) -> Value:
    """``tf.vectorized_map(fn, elems)``: the function is built once for all elements.

    Source: tensorflow/python/ops/parallel_for/control_flow_ops.py, ``vectorized_map``.
    """
    elems = a.get(1, "elems")
    _repeated(m, "tf.vectorized_map")
    with under(m, "loop_body", "vectorized_map"):
        result = m.call(a.get(0, "fn"), (_element(m, elems),))
    return _each_tensor(m, result, _stacked(_count(m, elems)))


def _element(m: Machine, elems: Value) -> Value:
    if isinstance(elems, Tensor):
        shape = elems.shape[1:] if isinstance(elems.shape, tuple) else elems.shape
        return Tensor((*elems.key, "element"), "TensorArrayRead", (elems,), shape, elems.dtype)
    held = iterate(m, elems) if isinstance(elems, (tuple, ListRef)) else None
    if held is not None and not held.open:
        rows = [_element(m, one) for one in held.items]
        return tuple(rows) if isinstance(elems, tuple) else m.new_list(rows)
    return Tensor(m.identity(), "TensorArrayRead")


def _context(m: Machine, a: Arguments) -> Value:
    """Contexts that change nothing about variables: devices, control dependencies."""
    return Passing(None)


class ControlDependencies(Context):
    """``tf.control_dependencies``: what is built inside runs after these; None clears them.

    Source: tensorflow/python/framework/ops.py, ``Graph.control_dependencies``.
    """

    __slots__ = ("given",)

    def __init__(self, given: tuple[Value, ...] | None) -> None:
        self.given = given

    def held(self, m: Machine) -> Value:
        """The control dependencies to restore."""
        return m.world.control

    def enter(self, m: Machine, node: Any) -> Value:
        """Adds to what is in force."""
        before = () if self.given is None else m.world.control
        m.world = replace(m.world, control=(*before, *(self.given or ())))
        return self

    def leave(self, m: Machine, token: Value) -> None:
        """Restores what was in force."""
        m.world = replace(m.world, control=token)


def _control(m: Machine, a: Arguments) -> Value:
    given = needed(m, a.args[0] if a.args else a.kwargs.get("control_inputs"))
    return ControlDependencies(None if given is None else tensor_inputs(m, given))


MODELS: dict[str, Model] = {
    "tf.cond": cond,
    "tf.cond_v2": cond,
    "tf.case": case,
    "tf.while_loop": while_loop,
    "tf.while_v2.while_loop": _as_it_came,
    "tf.map_fn": _mapped("map"),
    "tf.vectorized_map": _vectorized,
    "tf.control_flow_ops.vectorized_map": _vectorized,
    "tf.scan": _mapped("scan", True),
    "tf.foldl": _mapped("foldl", True),
    "tf.foldr": _mapped("foldr", True),
    "tf.device": _context,
    "tf.control_dependencies": _control,
    "tf.colocate_with": _context,
    "tf.init_scope": _context,
}
