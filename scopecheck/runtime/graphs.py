"""Reads the graph of the TensorFlow in this process, for the explicit API."""

from __future__ import annotations

import importlib
from typing import Any

from scopecheck.trace import Computed
from scopecheck.trace.codec import tensors_of


class GraphReader:
    """Gives what tensors were computed from; a graph is read when it is first asked for."""

    def __init__(self) -> None:
        probe = importlib.import_module("scopecheck.runtime.probe.tensors")
        self._tensors = probe.Tensors()
        self._known: dict[int, Computed] = {}

    def computed(self, tensor: Any) -> list[Computed]:
        """A tensor of a graph, with all that it was computed from."""
        number = self._tensors.number(tensor)
        if number is None:
            raise TypeError(
                f"{tensor!r} is no tensor of a graph: give tensors of a TensorFlow 1 graph, or two "
                "models (objects with `weights`)"
            )
        if number not in self._known:
            operations = {
                operation: f"{operation.name}:0"
                for operation in self._tensors.tensor(number).graph.get_operations()
                if operation.type in ("VarHandleOp", "VariableV2", "Variable")
            }
            self._known = tensors_of(self._tensors.records(operations), self._known)
        return [self._known[number]]
