"""What the program feeds its own graph with: shapes, limits, single numbers."""

from __future__ import absolute_import, division, print_function

import numpy


class Fed(object):
    """What the program itself feeds, by tensor: the latest, those of training steps first."""

    def __init__(self):
        self._values = {}  # tensor -> (shape, lowest, highest, the value if it is one number)
        self.closed = False  # the program has ended; what is fed now is ours

    def note(self, graph, feed, trains):
        """The program feeds this."""
        for key in () if self.closed else feed or ():
            tensor = _element(graph, key)
            if tensor is not None and (trains or _key(tensor) not in self._values):
                self._values[_key(tensor)] = _described(feed[key])

    def shape(self, tensor):
        """The shape that it had; None where it was never fed, or with something else."""
        return self._values.get(_key(tensor), (None,))[0]

    def limits(self, tensor):
        """Its lowest and highest element where they are whole numbers, else None twice."""
        return self._values.get(_key(tensor), (None, None, None))[1:3]

    def number(self, tensor):
        """The one number that it is; None where it is an array."""
        return self._values.get(_key(tensor), (None, None, None, None))[3]


def _key(tensor):
    return tensor.op, tensor.value_index


def _element(graph, key):
    """The tensor that a key of a feed means; None for what a session expands or refuses."""
    try:
        return graph.as_graph_element(key, allow_operation=False)
    except (KeyError, TypeError, ValueError):
        return None


def _described(value):
    try:
        value = numpy.asarray(value)
    except ValueError:  # lists of unequal lengths
        return None, None, None, None
    lowest = highest = None
    if value.dtype.kind in "iu" and value.size:
        lowest, highest = int(value.min()), int(value.max())
    return value.shape, lowest, highest, value if not value.shape else None
