"""Layers and models of Keras as units: what is inside of what, `trainable`, steps taken."""

from __future__ import absolute_import, division, print_function

import sys
import threading
import weakref

import numpy

_KEPT = 3  # steps of a model that are told, for each place that takes them


class Units(object):
    """Tells what a program does with `trainable`, and what its training steps change."""

    def __init__(self, journal):
        self._journal = journal
        self._local = threading.local()
        self._numbers = {}
        self._units = []  # kept alive, so that ids stay theirs
        self._predicted = {}  # id of an array -> (the array, weakly, the model that made it)
        self.judged = {}  # models -> the numbers of those whose predictions they learn from
        self._told = {}  # (model, path) -> steps that were told

    def wrap_trainable(self, owner):
        """Listen to the setter of a class, if it has one of its own."""
        found = vars(owner).get("trainable")
        if not isinstance(found, property) or found.fset is None:
            return

        def set_trainable(layer, value):
            if not self._by_program(sys._getframe(1)):
                return found.fset(layer, value)
            told = self._about(layer)
            self._local.setting = True
            try:
                found.fset(layer, value)
            finally:
                self._local.setting = False
            self._journal.event("UnitSet", self._journal.path(), value=bool(value), **told)
            return None

        owner.trainable = property(found.fget, set_trainable, found.fdel, found.__doc__)

    def _by_program(self, frame):
        """Whether the program itself sets the flag, and not Keras that of a layer inside."""
        if getattr(self._local, "setting", False):
            return False
        while frame is not None and frame.f_code.co_name in ("__setattr__", "wrapper", "_wrapper"):
            frame = frame.f_back
        return frame is not None and self._journal.frames.is_own(frame.f_code)

    def predict(self, function, model, *args, **kwargs):
        """Remember which model made an array."""
        made = function(model, *args, **kwargs)
        if isinstance(made, numpy.ndarray):
            self._predicted[id(made)] = (weakref.ref(made), self.number(model))
        return made

    def number(self, unit):
        """The number of a layer or a model."""
        number = self._numbers.get(id(unit))
        if number is None:
            number = self._numbers[id(unit)] = len(self._units)
            self._units.append(unit)
        return number

    def compiled(self, model, path):
        """A model was compiled."""
        optimizer = self.number(model.optimizer)
        self._journal.event("UnitCompiled", path, optimizer=optimizer, **self._about(model))

    def stepped(self, model, function, given, changed):
        """A model took a step; changed: the ids of the weights that are not what they were.

        Only the first steps at a place are told: later ones do the same.
        """
        path = self._journal.path()
        key = (id(model), tuple(path))
        self._told[key] = self._told.get(key, 0) + 1
        if self._told[key] > _KEPT:
            return
        told = self._about(model)
        moved = [
            number
            for number in told["weighted"]
            if any(id(weight) in changed for weight in _own_weights(self._units[number]))
        ]
        fakes = set(self._makers(given))
        self.judged.setdefault(id(model), set()).update(fakes)
        told.update(function=function, moved=moved, fakes=sorted(fakes))
        self._journal.event("UnitStepped", path, **told)

    def is_told(self, model):
        """Whether enough steps of this model at this place were told."""
        return self._told.get((id(model), tuple(self._journal.path())), 0) >= _KEPT

    def _makers(self, given):
        for one in given:
            known = self._predicted.get(id(one))
            if known is not None and known[0]() is one:
                yield known[1]

    def _about(self, unit):
        """A unit, and all that is inside of it now."""
        parts, flags, weighted, waiting = {}, {}, [], [unit]
        while waiting:
            one = waiting.pop()
            number = self.number(one)
            if number in parts:
                continue
            held = inside(one)
            parts[number] = [self.number(part) for part in held]
            flags[number] = bool(getattr(one, "_trainable", True))
            if _own_weights(one):
                weighted.append(number)
            waiting.extend(held)
        return {
            "unit": self.number(unit),
            "name": str(getattr(unit, "name", "")),
            "parts": sorted(parts.items()),
            "flags": sorted(flags.items()),
            "weighted": sorted(weighted),
            "keras": "3" if type(unit).__module__.startswith("keras.src") else _version(unit),
        }


def _version(unit):
    """The version of Keras that a class of the program's, or of Keras 2's, comes from."""
    modules = [kind.__module__ for kind in type(unit).__mro__]
    three = any(name.startswith("keras.src.layers.layer") for name in modules)
    return "3" if three else "2"


def inside(unit):
    """The layers that are directly inside of one."""
    found = list(getattr(unit, "layers", None) or ())
    if not found and hasattr(unit, "_flatten_layers"):
        found = list(unit._flatten_layers(recursive=False, include_self=False))
    if not found:
        found = list(getattr(unit, "_layers", None) or ())
    return [one for one in found if hasattr(type(one), "weights")]


def statistics(unit):
    """The ids of a model's weights that training moves without gradients."""
    found = set()
    for name in ("_non_trainable_variables", "_non_trainable_weights"):
        found.update(id(weight) for weight in getattr(unit, name, None) or ())
    for one in inside(unit):
        found |= statistics(one)
    return found


def is_built(unit):
    """Whether a layer or a model can tell its weights; Keras 2's models can't before a call."""
    try:
        return unit.weights is not None
    except (AttributeError, ValueError):
        return False


def _own_weights(unit):
    for name in ("_trainable_variables", "_trainable_weights"):
        found = getattr(unit, name, None)
        if isinstance(found, list):
            return found
    return []
