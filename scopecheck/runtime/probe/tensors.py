"""Tensors by number, and what they were computed from, read from the graph at the end."""

from __future__ import absolute_import, division, print_function

from tensorflow.python.framework import ops

try:
    from tensorflow.python.framework.tensor import Tensor
except ImportError:
    Tensor = ops.Tensor

READS = ("Identity", "ReadVariableOp", "Enter", "RefEnter")


class Tensors(object):
    """Numbers graphs, operations and tensors; `records` tells what those are."""

    def __init__(self):
        self.graphs = []  # kept alive, so that ids stay theirs
        self._graph_numbers = {}
        self._numbers = {}  # (operation, output) -> number
        self._wanted = []

    def graph(self, graph):
        """The number of a graph."""
        number = self._graph_numbers.get(id(graph))
        if number is None:
            number = self._graph_numbers[id(graph)] = len(self.graphs)
            self.graphs.append(graph)
        return number

    def current_graph(self):
        """The number of the default graph."""
        return self.graph(ops.get_default_graph())

    def number(self, value):
        """The number of a tensor, an operation or a variable; None for anything else."""
        operation, output = _operation(value)
        return None if operation is None else self._number(operation, output)

    def _number(self, operation, output):
        if output and len(operation.outputs) < 2:
            output = 0
        key = (operation, output)
        number = self._numbers.get(key)
        if number is None:
            number = self._numbers[key] = len(self._wanted)
            self._wanted.append(key)
        return number

    def within(self, value, depth):
        """The numbers of the tensors in a value: a tensor, or a container of tensors."""
        found = []
        self._collect(value, depth, found)
        return sorted(set(found), key=found.index)

    def _collect(self, value, depth, found):
        number = self.number(value)
        if number is not None:
            found.append(number)
        elif depth and isinstance(value, dict):
            for one in list(value.values()):
                self._collect(one, depth - 1, found)
        elif depth and isinstance(value, (list, tuple)) and len(value) < 1000:
            for one in value:
                self._collect(one, depth - 1, found)

    def tensor(self, number):
        """The tensor (or operation) of a number."""
        operation, output = self._wanted[number]
        return operation.outputs[output] if operation.outputs else operation

    def records(self, variables, initializers=()):
        """A line for every tensor asked for, and for all that they were computed from.

        variables: the names of variables, with `:0`, by their operation. initializers: the
        operations, by id, whose assignments are no changes: they have a kind of their own.
        """
        position = 0
        while position < len(self._wanted):
            operation, output = self._wanted[position]
            record = self._record(position, operation, output, _variable(operation, variables))
            yield dict(record, op="Initialize") if id(operation) in initializers else record
            position += 1

    def _record(self, number, operation, output, variable):
        inputs, after = [], []
        if variable is None:
            inputs = [self._number(one.op, one.value_index) for one in _used(operation)]
            after = [self._number(one, 0) for one in operation.control_inputs]
        return {
            "is": "Computed",
            "id": number,
            "op": _kind(operation),
            "inputs": inputs,
            "after": after,
            "variable": variable,
            "name": operation.name if not output else "%s:%d" % (operation.name, output),
            "graph": self.graph(operation.graph),
            "gradient": _has_gradient(operation),
        }


def _variable(operation, variables):
    """The name of the variable that an operation is, or whose value it reads."""
    while operation not in variables and operation.type in READS and len(operation.inputs) == 1:
        operation = operation.inputs[0].op
    return variables.get(operation)


def _kind(operation):
    """The type; a product with a transposed factor is told from others."""
    kind = operation.type
    if kind == "MatMul" and any(operation.get_attr("transpose_" + side) for side in "ab"):
        return "TransposedMatMul"
    return kind


def _operation(value):
    """The operation, and the output of it, that a value is."""
    if isinstance(value, ops.Operation):
        return value, 0
    if isinstance(value, Tensor):
        try:
            return value.op, value.value_index
        except AttributeError:  # an eager tensor
            return None, 0
    kind = type(value)  # a value of the program's may answer every name, or raise what it likes
    if hasattr(kind, "assign") and hasattr(kind, "op"):  # a variable
        try:
            operation = value.op
        except (AttributeError, RuntimeError, ValueError):  # eager, or a partitioned one
            return None, 0
        if isinstance(operation, ops.Operation):  # a stand-in has every attribute
            return operation, 0
    return None, 0


def _used(operation):
    """The inputs that an operation uses; batch normalisation in training no statistics."""
    if operation.type.startswith("FusedBatchNorm") and len(operation.inputs) == 5:
        if operation.get_attr("is_training"):
            return list(operation.inputs)[:3]
    return list(operation.inputs)


_FLOWS = {}  # type of an operation -> whether gradients flow back through it


def _has_gradient(operation):
    kind = operation.type
    if kind not in _FLOWS:
        try:
            _FLOWS[kind] = kind in ("While", "StatelessWhile", "If", "StatelessIf") or (
                kind != "StopGradient" and ops.get_gradient_function(operation) is not None
            )
        except LookupError:
            _FLOWS[kind] = False
    return _FLOWS[kind]
