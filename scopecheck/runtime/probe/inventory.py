"""The variables that a program made, in order, and what each of them is."""

from __future__ import absolute_import, division, print_function

_PASSAGES = (
    "variables.py",
    "variable_v1.py",
    "variable_scope.py",
    "ref_variable.py",
    "resource_variable_ops.py",
    "traceback_utils.py",
    "dispatch.py",
    "watch.py",
    "inventory.py",
)


class Inventory(object):
    """All variables of all graphs, kept alive from their making to the report."""

    def __init__(self, places):
        self._places = places
        self._variables = []
        self._made_by = {}  # id of a variable -> how it was made

    def begin(self, variable):
        """A constructor starts; those of base classes come here too."""
        if id(variable) in self._made_by or type(variable).__name__ == "_UnreadVariable":
            return
        direct = self._places.called_directly(lambda file: file.endswith(_PASSAGES))
        self._variables.append(variable)
        self._made_by[id(variable)] = "Variable" if direct else "other"

    def forget(self, variable):
        """Its constructor raised: there is no such variable."""
        self._variables = [kept for kept in self._variables if kept is not variable]
        self._made_by.pop(id(variable), None)

    def from_store(self, variable):
        """The variable store answered a request with this new variable."""
        if id(variable) in self._made_by:
            self._made_by[id(variable)] = "get_variable"

    def report(self):
        """What JSON says of each variable, in order of creation."""
        return [self._described(variable) for variable in self._variables]

    def _described(self, variable):
        return {
            "name": variable.name,
            "shape": _shape(variable),
            "dtype": variable.dtype.base_dtype.name,
            "trainable": _trainable(variable),
            "made_by": self._made_by[id(variable)],
        }


def _shape(variable):
    shape = variable.get_shape()
    return None if shape.ndims is None else shape.as_list()


def _trainable(variable):
    """In a graph its collection decides, in eager mode the variable's own flag."""
    try:
        graph = variable.graph
    except AttributeError:  # an eager variable belongs to no graph
        graph = None
    if graph is None:
        return bool(variable.trainable)
    return any(variable is one for one in graph.get_collection("trainable_variables"))
