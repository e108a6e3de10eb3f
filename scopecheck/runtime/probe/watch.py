"""Listening to TensorFlow: every request to the variable store, every variable made.

The wrappers go around `_VariableStore._get_single_variable` (all of get_variable,
layers, cells and slots end there), `VariableScope.get_variable` (for what is refused
earlier), `VariableScope.reuse_variables`, and the constructors of the variable classes.
They are checked against TensorFlow 1.15 and 2.21, and change nothing that a program can
observe, except the depth of the stack.
"""

from __future__ import absolute_import, division, print_function

import functools

from inventory import Inventory
from tensorflow.python.ops import resource_variable_ops, variable_scope, variables


class Watch(object):
    """What was seen of one program: `events` in their order, `inventory` of variables."""

    def __init__(self, places):
        self.events = []
        self.inventory = Inventory(places)
        self._places = places
        self._last_error = None

    def install(self):
        """Put the wrappers in place, for the rest of this process."""
        _wrap(variable_scope._VariableStore, "_get_single_variable", self._single)
        _wrap(variable_scope.VariableScope, "get_variable", self._scoped)
        _wrap(variable_scope.VariableScope, "reuse_variables", self._reuse)
        for made in _variable_classes():
            if "__init__" in vars(made):
                _wrap(made, "__init__", self._constructor)

    def _single(self, function, store, name, *args, **kwargs):
        known = name in store._vars
        event = self._event("VariableRequested", name)
        try:
            variable = function(store, name, *args, **kwargs)
        except Exception as error:
            self._refuse(event, error)
            raise
        finally:
            self.events.append(event)
            if not known:
                self.inventory.from_store(store._vars.get(name))
        event["outcome"] = "shared" if known else "created"
        if not known:
            self.inventory.from_store(variable)
        return variable

    def _scoped(self, function, scope, store, name, *args, **kwargs):
        try:
            return function(scope, store, name, *args, **kwargs)
        except Exception as error:
            if error is not self._last_error:
                full = "%s/%s" % (scope.name, name) if scope.name else name
                event = self._event("VariableRequested", full)
                self._refuse(event, error)
                self.events.append(event)
            raise

    def _refuse(self, event, error):
        self._last_error = error
        event["outcome"] = "refused"
        event["reason"] = type(error).__name__

    def _reuse(self, function, scope):
        self.events.append(self._event("ReuseSwitched", scope.name))
        return function(scope)

    def _constructor(self, function, variable, *args, **kwargs):
        self.inventory.begin(variable)
        try:
            function(variable, *args, **kwargs)
        except BaseException:  # the time limit too
            self.inventory.forget(variable)
            raise

    def _event(self, kind, name):
        line, function = self._places.now()
        return {"event": kind, "name": name, "line": line, "function": function}


def _wrap(owner, name, around):
    function = getattr(owner, name)
    function = getattr(function, "__func__", function)  # Python 2's unbound method

    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        return around(function, *args, **kwargs)

    setattr(owner, name, wrapper)


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
