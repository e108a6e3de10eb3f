"""``tf.nest``, which is contrib.framework.nest as well: structures of tensors.

Source: tensorflow/python/util/nest.py.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scopecheck.models.registry import Model
from scopecheck.models.rnn import nest as rnn_nest
from scopecheck.symbolic.calls import Arguments
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.iteration import iterate
from scopecheck.symbolic.values import Unknown, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine


def _flatten(m: Machine, a: Arguments) -> Value:
    structure = needed(m, a.get(0, "structure"))
    if isinstance(structure, Unknown):
        return m.new_list((), True)
    return m.new_list(rnn_nest.flatten(m, structure))


def _map_structure(m: Machine, a: Arguments) -> Value:
    """``map_structure(function, *structures)``."""
    function, *structures = a.args
    if not structures:
        return m.unknown("map_structure(…)")
    return rnn_nest.map_structure(m, lambda *leaves: m.call(function, leaves), *structures)


def _pack(m: Machine, a: Arguments) -> Value:
    like, flat = needed(m, a.get(0, "structure")), needed(m, a.get(1, "flat_sequence"))
    held = iterate(m, flat)
    if held is None or held.open or isinstance(like, Unknown):
        return m.unknown("a structure", not_none=True)
    return rnn_nest.pack(m, like, held.items)


def _is_nested(m: Machine, a: Arguments) -> Value:
    value = needed(m, a.get(0, "seq"))
    if isinstance(value, Unknown):
        return m.unknown("is_nested(…)", kind="bool")
    return rnn_nest.is_sequence(value)


def _is_sequence(m: Machine, a: Arguments) -> Value:
    """The older name of ``is_nested``, which TensorFlow 2 no longer has."""
    if m.world.tensorflow == "2.21":
        words = "module 'tensorflow.python.util.nest' has no attribute 'is_sequence'"
        raise m.fail("AttributeError", words)
    return _is_nested(m, a)


def _nothing(m: Machine, a: Arguments) -> Value:
    return None


MODELS: dict[str, Model] = {
    "tf.nest.flatten": _flatten,
    "tf.nest.map_structure": _map_structure,
    "tf.nest.pack_sequence_as": _pack,
    "tf.nest.is_nested": _is_nested,
    "tf.nest.is_sequence": _is_sequence,
    "tf.nest.assert_same_structure": _nothing,
}
