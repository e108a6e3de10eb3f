"""The variables that were made: by whom, where, and what they are."""

from __future__ import absolute_import, division, print_function

import sys

import known
from tensorflow.python.distribute import values
from tensorflow.python.ops import resource_variable_ops, variables
from wrapping import wrap


class Made(object):
    """All variables of all graphs, kept alive from their making to the report."""

    def __init__(self, journal, tensors, calls):
        self._journal, self._tensors, self._calls = journal, tensors, calls
        self._variables = []  # (variable, record, event)
        self._numbers = {}  # id of a variable -> its number
        self.mirrored = []  # variables of tf.distribute, kept alive
        self._copies = {}  # number of a replica's copy -> number of the variable
        self.scope_state = lambda: {"name": "", "reuse": "off", "source": None}
        self.open_name_scopes = lambda: []

    def install(self):
        """Listen to the constructors."""
        for made in _variable_classes():
            if "__init__" in vars(made):
                wrap(made, "__init__", self._constructor)
        if "__init__" in vars(values.DistributedVariable):
            wrap(values.DistributedVariable, "__init__", self._distributed)

    def _distributed(self, function, variable, *args, **kwargs):
        """A variable with a copy on each replica: the first stands for all of them."""
        function(variable, *args, **kwargs)
        copies = [self._numbers.get(id(one)) for one in getattr(variable, "_values", ())]
        if copies and None not in copies:
            self.mirrored.append(variable)
            self._numbers[id(variable)] = copies[0]
            for number in copies[1:]:
                self._copies[number] = copies[0]
                self._drop(number)

    def original(self, number):
        """The variable that a replica's copy stands for; any other stands for itself."""
        return self._copies.get(number, number)

    def original_variable(self, variable):
        """The same of variables."""
        number = self._numbers.get(id(variable))
        return variable if number is None else self.variable(self.original(number))

    def _constructor(self, function, variable, *args, **kwargs):
        new = self._begin(variable)
        try:
            function(variable, *args, **kwargs)
        except Exception:
            if new:
                self._forget(variable)
            raise
        if new and not self.is_optimizers(self._numbers[id(variable)]):
            self.touch(variable, new=True)

    def is_optimizers(self, number):
        """Whether an optimizer or a moving average made it, for its own use."""
        record = self.record(number)
        return record["purpose"] != "variable" or record["made_by"].endswith("Optimizer")

    def _begin(self, variable):
        if id(variable) in self._numbers or type(variable).__name__ == "_UnreadVariable":
            return False
        path = self._journal.path()
        by = known.called(self._journal.frames, sys._getframe(2))
        record = {
            "purpose": known.purpose(sys._getframe(2), self._journal.frames),
            "key": None,
            "made_by": "Variable" if by in ("Variable", "VariableV1", "RefVariable") else by,
            "site": path[-1] if path else None,
            "path": path,
            "name_scopes": self.open_name_scopes(),
        }
        number = self._numbers[id(variable)] = len(self._variables)
        event = self._journal.event("VariableMade", path, variable=number, scope=self.scope_state())
        self._variables.append((variable, record, event))
        return True

    def _forget(self, variable):
        """Its constructor raised: there is no such variable."""
        self._drop(self._numbers.pop(id(variable)))

    def _drop(self, number):
        """It is none of the program's variables."""
        _, record, event = self._variables[number]
        record["site"] = None
        if event is not None:
            event["is"] = None

    def touch(self, variable, new=False):
        """The running calls got hold of a variable."""
        number = self.number(variable)
        if number is not None:
            self._calls.touched(number, variable.name if new else None)

    def claim(self, variable, key, made_by):
        """The store made this variable: no `tf.Variable` of the program's."""
        number = self._numbers.get(id(variable))
        if number is None:
            return None
        _, record, event = self._variables[number]
        if record["key"] is None:
            record["key"], record["made_by"] = key or variable.op.name, made_by
            if event is not None:
                event["is"] = None
        return number

    def number(self, variable):
        """The number of a variable; None if it was made before anybody listened."""
        return self.original(self._numbers.get(id(variable)))

    def named(self, name):
        """The number of a variable that the store doesn't hold, by its operation's name."""
        for number, (variable, record, _) in enumerate(self._variables):
            if record["key"] is None and getattr(variable, "name", None) == name + ":0":
                return number
        return None

    def record(self, number):
        """What is known of how a variable was made."""
        return self._variables[number][1]

    def number_of(self, operation):
        """The number of the variable that an operation is."""
        for number, (variable, _, _) in enumerate(self._variables):
            if getattr(variable, "op", None) is operation:
                return self.original(number)
        return None

    def variable(self, number):
        """The variable of a number."""
        return self._variables[number][0]

    def of_graph(self, graph):
        """The variables of a graph that can be initialised."""
        return [one for one, _, _ in self._variables if graph_of(one) is graph]

    def initializers(self):
        """The operations that give variables their initial values, by id."""
        known = [one for one, _, _ in self._variables if graph_of(one) is not None]
        return set(id(getattr(one.initializer, "op", one.initializer)) for one in known)

    def operations(self):
        """The names of variables by their operations."""
        found = {}
        for number, (variable, _, _) in enumerate(self._variables):
            try:
                found[variable.op] = self.variable(self.original(number)).name
            except (AttributeError, RuntimeError, ValueError):  # eager ones have none
                continue
        return found

    def records(self):
        """A line for each variable; each of eager execution stands in a graph of its own."""
        for number, (variable, record, _) in enumerate(self._variables):
            if record["site"] is None:
                continue
            graph = graph_of(variable)
            told = {name: value for name, value in record.items() if name != "purpose"}
            yield dict(
                told,
                **{
                    "is": "Variable",
                    "id": number,
                    "name": variable.name,
                    "shape": _shape(variable),
                    "dtype": variable.dtype.base_dtype.name,
                    "trainable": _trainable(variable, graph),
                    "graph": -1 - number if graph is None else self._tensors.graph(graph),
                }
            )


def graph_of(variable):
    """The graph of a variable; None for an eager one."""
    try:
        return variable.graph
    except AttributeError:
        return None


def _shape(variable):
    shape = variable.get_shape()
    return None if shape.ndims is None else shape.as_list()


def _trainable(variable, graph):
    """In a graph its collection decides, in eager mode the variable's own flag."""
    if graph is None:
        return bool(variable.trainable)
    return any(variable is one for one in graph.get_collection("trainable_variables"))


def _variable_classes():
    """The classes whose constructors make variables, in any TensorFlow."""
    found = [resource_variable_ops.ResourceVariable]
    base = getattr(resource_variable_ops, "BaseResourceVariable", None)
    if base is not None:
        found.append(base)
    try:
        from tensorflow.python.ops.ref_variable import RefVariable
    except ImportError:
        RefVariable = getattr(variables, "RefVariable", variables.Variable)
    found.append(RefVariable)
    return found
