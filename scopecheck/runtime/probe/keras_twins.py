"""Compiled models inside of others: the model itself or a copy of it, and what each gives."""

from __future__ import absolute_import, division, print_function

import numpy
import units


class Twins(object):
    """For each compiled model every other one that holds it, or layers that are just like it."""

    def __init__(self, session, feed):
        self._layers, self._units, self._feed = session.layers, session.units, feed
        self._models = [(model, path) for model, _, path in session.layers.within_reach()]

    def told(self):
        """A record for each pair: the weights of both, and their outputs on one input."""
        return [self._about(*pair) for pair in self._pairs()]

    def _pairs(self):
        for judge, path in self._models:
            for whole, other in self._models:
                part = None if whole is judge else _part_of(judge, whole)
                if part is not None:
                    yield judge, path, whole, other, part

    def _about(self, judge, path, whole, other, part):
        record = {
            "names": [judge.name, whole.name],
            "sites": [path[-1] if path else None, other[-1] if other else None],
            "held": [_weights(_weighted(judge)), _weights(part)],
            "error": None,
            "stale": self._is_stale(judge, whole, part),
        }
        try:
            ours, theirs = self._outputs(judge, whole, part)
        except Exception as error:
            record["error"] = "%s: %s" % (type(error).__name__, str(error).split("\n")[0])
            return record
        record["equal"] = bool(numpy.array_equal(ours, theirs))
        record["difference"] = float(numpy.max(numpy.abs(ours - theirs)))
        return record

    def _is_stale(self, judge, whole, part):
        """Whether it is a copy that was to be the model itself, and never follows it.

        A clone keeps the names of the layers; else the model learns to tell what another
        part of the whole predicts from other data.
        """
        own = _weighted(judge)
        if part[0] is own[0] or self._moved(part):
            return False
        if [one.name for one in part] == [one.name for one in own]:
            return True
        inner = set(self._units.number(one) for one in _inside(whole))
        return bool(self._units.judged.get(id(judge), set()) & inner)

    def _moved(self, part):
        """Whether the copy's weights were not always the same while steps were watched."""
        steps = self._layers.observed
        if not steps:
            return False
        first, last = steps[0][2], steps[-1][3]
        held = [id(weight) for layer in part for weight in layer.weights]
        common = [one for one in held if one in first and one in last]
        return any(not numpy.array_equal(first[one], last[one]) for one in common)

    def _outputs(self, judge, whole, part):
        """What the model gives and what stands in its place gives, for the same input."""
        given = [self._feed(one) for one in whole.inputs]
        given = given if len(given) > 1 else given[0]
        inner = _holder(whole, part)
        if inner is not None:
            calls = self._layers.spied(whole, given)
            for layer, value, result in calls:
                if layer is inner:
                    return _array(judge(value)), _array(result)
        return self._swapped(judge, whole, part, given)

    @staticmethod
    def _swapped(judge, whole, part, given):
        """The whole with the model's weights in the copy, and as it is."""
        kept = [layer.get_weights() for layer in part]
        theirs = _array(whole.predict_on_batch(given))
        try:
            for layer, own in zip(part, _weighted(judge)):
                layer.set_weights(own.get_weights())
            return _array(whole.predict_on_batch(given)), theirs
        finally:
            for layer, values in zip(part, kept):
                layer.set_weights(values)


def _array(value):
    """An output as an array; of several the first."""
    if isinstance(value, (list, tuple)):
        value = value[0]
    return numpy.asarray(value)


def _weighted(unit):
    """The layers with weights inside of a unit, in order, each once."""
    inside = units.inside(unit)
    found = [] if inside or not units.is_built(unit) or not unit.weights else [unit]
    for one in inside:
        found += [layer for layer in _weighted(one) if all(layer is not old for old in found)]
    return found


def _inside(unit):
    """All that is inside of a unit."""
    for one in units.inside(unit):
        yield one
        for inner in _inside(one):
            yield inner


def _weights(layers):
    """The weights of some layers: who they are, and their names."""
    held = [weight for layer in layers for weight in layer.weights]
    return [(id(weight), str(getattr(weight, "path", None) or weight.name)) for weight in held]


def _part_of(judge, whole):
    """The layers of a model that are another one's, or just like them; None for neither."""
    wanted, held = _weighted(judge), _weighted(whole)
    size = len(wanted)
    if not wanted or len(held) <= size:
        return None
    met = [any(one is other for other in held) for one in wanted]
    if all(met):
        return wanted
    if any(met):
        return None
    kinds, known = [_kind(one) for one in wanted], [_kind(one) for one in held]
    for at in range(len(held) - size, -1, -1):
        if known[at : at + size] == kinds:
            return held[at : at + size]
    return None


def _kind(layer):
    return type(layer).__name__, [tuple(one.shape) for one in layer.get_weights()]


def _holder(whole, part):
    """The unit inside of a model whose layers with weights are just these."""
    for one in units.inside(whole):
        layers = _weighted(one)
        if len(layers) == len(part) and all(a is b for a, b in zip(layers, part)):
            return one
        found = _holder(one, part)
        if found is not None:
            return found
    return None
