"""What every operation must respect: a graph that takes it, and inputs of one graph.

Source: tensorflow/python/framework/ops.py, ``Graph._check_not_finalized`` and
``_get_graph_from_inputs``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scopecheck.models.world import World, current
from scopecheck.symbolic.iteration import iterate
from scopecheck.symbolic.values import DictRef, Value

if TYPE_CHECKING:
    from scopecheck.models.tensors import Tensor
    from scopecheck.symbolic.machine import Machine

EMPTY_GRAPH = "The Session graph is empty."


def check_not_finalized(m: Machine) -> None:
    """A finalized graph takes no operation."""
    if isinstance(m.world, World) and current(m).finalized and not m.world.executing_eagerly:
        from scopecheck.models.refusal import refuse_argument

        message = "Graph is finalized and cannot be modified."
        raise refuse_argument(m, "Graph.finalize", "RuntimeError", message)


def check_graph_mode(m: Machine) -> None:
    """A placeholder needs a graph."""
    if getattr(m.world, "executing_eagerly", False):
        from scopecheck.models.refusal import refuse_argument

        message = "tf.placeholder() is not compatible with eager execution."
        raise refuse_argument(m, "placeholder", "RuntimeError", message)


def graph_of_operation(m: Machine) -> int | None:
    """The graph a new operation is in; None where graphs don't matter."""
    if not isinstance(m.world, World) or (
        m.world.eager and (m.world.tracing or len(m.world.stack) == 1)
    ):
        return None
    graph: int = m.world.stack[-1]
    return graph


def check_one_graph(m: Machine, inputs: tuple[Value, ...]) -> None:
    """The inputs of an operation must be of one graph; not so where functions are traced."""
    from scopecheck.models.tensors import Tensor

    tensors = [one for one in inputs if isinstance(one, Tensor) and _placed(one)]
    first = tensors[0] if tensors else None
    if first is None or m.world.tracing or m.taint or not m.world.closed:
        return
    for other in tensors:
        if other.graph != first.graph:
            from scopecheck.models.refusal import refuse_argument

            raise refuse_argument(m, "operation", "ValueError", different_graphs(m, other, first))


def check_of_session(m: Machine, graph: int | None, fed: Value, fetches: Value) -> None:
    """What a session is fed and what it fetches must be of its graph.

    Source: tensorflow/python/client/session.py, ``BaseSession._run``.
    """
    from scopecheck.models.refusal import refuse_argument

    if graph is None or m.world.tracing or m.taint or not m.world.closed:
        return
    keys = iterate(m, fed) if isinstance(fed, DictRef) else None
    tensor = _elsewhere(m, graph, keys.items if keys is not None else ())
    if _is_bare(m, graph) and (tensor or _elsewhere(m, graph, (fetches,))):
        space = "  " if m.world.tensorflow == "1.15" else " "
        message = f"{EMPTY_GRAPH}{space}Add operations to the graph before calling run()."
        raise refuse_argument(m, "Session.run", "RuntimeError", message)
    if tensor is not None:
        message = f"Cannot interpret feed_dict key as Tensor: {_no_element(m, tensor)}"
        raise refuse_argument(m, "Session.run", "TypeError", message)
    tensor = _elsewhere(m, graph, (fetches,))
    if tensor is not None:
        told = _no_element(m, tensor)
        message = f"Fetch argument … cannot be interpreted as a Tensor. ({told})"
        raise refuse_argument(m, "Session.run", "ValueError", message)


def _is_bare(m: Machine, graph: int) -> bool:
    """Whether nothing was ever made in a graph."""
    held = m.world.graphs.get(graph)
    return held is not None and not (held.names or held.store or held.plain or held.unfollowed)


def _elsewhere(m: Machine, graph: int, values: tuple[Value, ...]) -> Tensor | None:
    """A tensor of another graph among values."""
    from scopecheck.models.tensors import Tensor
    from scopecheck.models.told import tensors_in

    found = (one for one in tensors_in(m, values) if isinstance(one, Tensor) and _placed(one))
    return next((one for one in found if one.graph != graph), None)


def _no_element(m: Machine, tensor: Tensor) -> str:
    from scopecheck.models.messages import tensor_text

    return f"Tensor {tensor_text(m, tensor)} is not an element of this graph."


def _placed(tensor: Tensor) -> bool:
    return tensor.graph is not None and tensor.graph >= 0


def different_graphs(m: Machine, one: Tensor, first: Tensor) -> str:
    """The message about two tensors of two graphs; a ref variable is read before it is used."""
    from scopecheck.models.messages import tensor_text
    from scopecheck.models.store.variables import VariableTensor

    shown = []
    for tensor in (one, first):
        text = tensor_text(m, tensor)
        if isinstance(tensor, VariableTensor):
            text = f'Tensor("{tensor.name}…'
        shown.append(text)
    message = f"{shown[0]} must be from the same graph as {shown[1]}"
    if m.world.tensorflow == "1.15":
        return message + ("." if not message.endswith("…") else "")
    return message + " (graphs are … and …)."
