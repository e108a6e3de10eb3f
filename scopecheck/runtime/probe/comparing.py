"""Two calls of a network, held against each other on the same input."""

from __future__ import absolute_import, division, print_function

import feeds
import numpy
import outcome


def tried(tensor, session, pair, generator, batch=None):
    """As `same_output`; an answer with the error where it cannot be done."""
    try:
        return same_output(tensor, session, pair, generator, batch)
    except Exception as error:
        text = "%s: %s" % (type(error).__name__, outcome.first_line(error))
        return {"equal": False, "difference": 0.0, "random": [], "error": text[:200]}


def same_output(tensor, session, pair, generator, batch=None):
    """Feed one value to the inputs of two calls, and compare what they give.

    One call that has two ways in is run twice, for each of them.
    """
    inputs = [[tensor(number) for number in one] for one in pair["inputs"]]
    results = [[tensor(number) for number in one] for one in pair["results"]]
    behind = feeds.Behind(results[0] + results[1], inputs[0] + inputs[1])
    size = batch or feeds.common_batch(inputs[0] + inputs[1] + behind.sources, 4)
    random = feeds.Random(generator, size, training=False)
    feeding = [{}, {}]
    for one, other in zip(*inputs):
        shapes = [random.shape(one), random.shape(other)]
        value = random.value(one, _joined(one, other, shapes))
        feeding[0][one] = feeding[1][other] = value
    others = dict((source, random.value(source)) for source in behind.sources)
    if pair["results"][0] == pair["results"][1]:
        values = [session.run(results[0], _joint(feed, others)) for feed in feeding]
    else:
        values = session.run(results, _joint(feeding[0], feeding[1], others))
    equal, difference = True, 0.0
    for one, other in zip(*values):
        one, other = numpy.asarray(one), numpy.asarray(other)
        if one.shape != other.shape or not _same_bits(one, other):
            equal = False
            if one.shape == other.shape and one.dtype.kind == "f":
                difference = max(difference, float(numpy.max(numpy.abs(one - other))))
    return {"equal": equal, "difference": difference, "random": sorted(behind.random)}


def _joint(*feeds):
    whole = {}
    for feed in feeds:
        whole.update(feed)
    return whole


def _joined(one, other, shapes):
    """A shape that both tensors take: a fixed size of either wins."""
    fixed = [tensor.get_shape() for tensor in (one, other)]
    if fixed[0].ndims is None or fixed[1].ndims is None or fixed[0].ndims != fixed[1].ndims:
        return shapes[0] if fixed[0].ndims is not None else shapes[1]
    known = [shape.as_list() for shape in fixed]
    return [
        shapes[1][position] if known[0][position] is None else shapes[0][position]
        for position in range(len(known[0]))
    ]


def _same_bits(one, other):
    return one.tobytes() == other.tobytes() or bool(numpy.array_equal(one, other))
