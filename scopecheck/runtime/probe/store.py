"""Requests to the variable store: what was asked, and what the store answered.

`_VariableStore._get_single_variable` is where all of get_variable, layers, cells and slots
end; `VariableScope.get_variable` is where some requests are refused earlier.
"""

from __future__ import absolute_import, division, print_function

import sys

import known
import outcome
from tensorflow.python.eager import context
from tensorflow.python.framework import dtypes, tensor_shape
from tensorflow.python.ops import variable_scope
from wrapping import wrap

_REFUSALS = (
    ("already exists", "exists"),
    ("does not exist", "missing"),
    ("but specified shape", "shape"),
    ("but specified dtype", "dtype"),
    ("initializer passed is not valid", "shape-undefined"),
    ("did not get an initializer", "shape-undefined"),
    ("Shape of a new", "shape-undefined"),
    ("must be fully defined", "shape-undefined"),
)


class Store(object):
    """Listens to requests; `refused` are the refusals and the errors that they raised."""

    def __init__(self, journal, made, scopes, calls):
        self._journal, self._made, self._scopes, self._calls = journal, made, scopes, calls
        self.refused = []  # (event, error)
        self._eager_names = {}  # of each store, by its id: where a name was asked for first
        self._stores = []  # kept alive, so that ids stay theirs
        self._slots = []  # names of slots, since somebody last asked

    def install(self):
        """Put the wrappers in place."""
        wrap(variable_scope._VariableStore, "_get_single_variable", self._single)
        wrap(variable_scope.VariableScope, "get_variable", self._scoped)

    def take_slots(self):
        """The slots requested since the last time."""
        slots, self._slots = self._slots, []
        return slots

    def _single(self, function, store, name, *args, **kwargs):
        path = self._journal.path()
        if not path:
            return function(store, name, *args, **kwargs)
        found = store._vars.get(name)
        request = self._request(name, path, args, kwargs)
        first = self._eager_names.get(id(store))
        if context.executing_eagerly():
            first = self._eager(store, name, path)
        try:
            variable = function(store, name, *args, **kwargs)
        except Exception as error:
            kept = store._vars.get(name)
            if found is None and kept is not None:  # a regularizer raises after it is stored
                number = self._made.claim(kept, name, request["by"])
                told = dict(request, outcome="created", variable=number)
                self._journal.event("VariableRequested", path, **told)
            self._refuse(request, error, name, found)
            raise
        if first is None and found is not None:
            request.update(outcome="shared", variable=self._made.number(found))
            self._touch(found, request)
        else:
            by = "slot" if request["purpose"] == "slot" else request["by"]
            request.update(outcome="created", variable=self._made.claim(variable, name, by))
            self._touch(variable, request, new=True)
        if request["purpose"] == "slot":
            self._slots.append(variable.op.name if hasattr(variable, "op") else variable.name)
        self._journal.event("VariableRequested", path, **request)
        return variable

    def _touch(self, variable, request, new=False):
        """The running calls got hold of a variable, unless an optimizer asks for its slot."""
        if request["purpose"] == "variable":
            self._made.touch(variable, new)

    def _eager(self, store, name, path):
        """Under eager execution nothing is stored: note whether the name was asked before."""
        seen = self._eager_names.setdefault(id(store), {})
        self._stores.append(store)
        self._journal.event("EagerRequest", path, name=name, first=seen.get(name))
        seen.setdefault(name, path[-1])
        return seen

    def _request(self, name, path, args, kwargs):
        frame = sys._getframe(3)
        return {
            "name": name,
            "by": known.called(self._journal.frames, frame),
            "scope": self._scopes.state(),
            "shape": _shape(kwargs.get("shape", args[0] if args else None)),
            "dtype": _dtype(kwargs.get("dtype", args[1] if len(args) > 1 else None)),
            "purpose": known.purpose(frame, self._journal.frames),
            "name_scopes": self._scopes.open_name_scopes(),
        }

    def _refuse(self, request, error, name, found):
        text = outcome.message(error)
        refusal = next((kind for words, kind in _REFUSALS if words in text), "argument")
        request.update(
            outcome="refused",
            refusal=refusal,
            error={"type": type(error).__name__, "message": text},
            variable=None if found is None else self._made.number(found),
            plain=self._made.named(name) if refusal == "missing" else None,
        )
        event = self._journal.event("VariableRequested", self._journal.path(), **request)
        if event is not None:
            self.refused.append((event, error))

    def _scoped(self, function, scope, store, name, *args, **kwargs):
        try:
            return function(scope, store, name, *args, **kwargs)
        except Exception as error:
            if not any(error is known_error for _, known_error in self.refused):
                full = "%s/%s" % (scope.name, name) if scope.name else str(name)
                path = self._journal.path()
                if path:
                    self._refuse(self._request(full, path, args, kwargs), error, full, None)
            raise


def _shape(shape):
    if shape is None or callable(shape):
        return None
    try:
        known_shape = tensor_shape.as_shape(shape)
    except (TypeError, ValueError):
        return None
    return None if known_shape.ndims is None else known_shape.as_list()


def _dtype(dtype):
    try:
        return None if dtype is None else dtypes.as_dtype(dtype).base_dtype.name
    except TypeError:
        return None
