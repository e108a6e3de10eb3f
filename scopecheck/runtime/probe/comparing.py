"""Two calls of a network, held against each other on the same input."""

from __future__ import absolute_import, division, print_function

import feeds
import numpy
import outcome
from tensorflow.core.protobuf import config_pb2

_PATIENCE = 120000  # milliseconds


def tried(tensor, session, pair, generator, fed, batch=None):
    """As `same_output`; an answer with the error where it cannot be done."""
    try:
        return same_output(tensor, session, pair, generator, fed, batch)
    except Exception as error:
        text = "%s: %s" % (type(error).__name__, outcome.first_line(error))
        return {"equal": False, "difference": 0.0, "random": [], "error": text[:200]}


def same_output(tensor, session, pair, generator, fed, batch=None):
    """Feed one value to the inputs of two calls, and compare what they give.

    One call that has two ways in is run twice, for each of them.
    """
    inputs = [[tensor(number) for number in one] for one in pair["inputs"]]
    results = [[tensor(number) for number in one] for one in pair["results"]]
    if len(set(id(one.graph) for two in inputs + results for one in two)) > 1:
        raise ValueError("the calls are in different graphs")
    behind = feeds.Behind(results[0] + results[1], inputs[0] + inputs[1])
    size = batch or _batch(inputs[0] + inputs[1] + behind.sources, results[0] + results[1], fed)
    random = feeds.Random(generator, size, training=False, fed=None if batch else fed)
    feeding = [{}, {}]
    for one, other in zip(*inputs):
        _check_shapes(one.get_shape(), other.get_shape())
        shapes = [random.shape(one), random.shape(other)]
        value = random.value(one, _joined(one, other, shapes))
        feeding[0][one] = feeding[1][other] = value
    others = dict((source, random.value(source)) for source in behind.sources)
    if pair["results"][0] == pair["results"][1]:
        values = [_run(session, results[0], _joint(feed, others)) for feed in feeding]
    else:
        values = _run(session, results, _joint(feeding[0], feeding[1], others))
    equal, difference = True, 0.0
    for one, other in zip(*values):
        one, other = numpy.asarray(one), numpy.asarray(other)
        if one.shape != other.shape or not _same_bits(one, other):
            equal = False
            if one.shape == other.shape and one.dtype.kind == "f":
                difference = max(difference, float(numpy.max(numpy.abs(one - other))))
    return {"equal": equal, "difference": difference, "random": sorted(behind.random)}


def _run(session, results, feed):
    """A run that is given up where it waits for data that never comes."""
    return session.run(results, feed, options=config_pb2.RunOptions(timeout_in_ms=_PATIENCE))


def _batch(tensors, results, fed):
    """The size of a batch: what goes in tells it, else what comes out."""
    return feeds.common_batch(tensors, feeds.common_batch(results, 4), fed)


def _check_shapes(one, other):
    if not one.is_compatible_with(other):
        raise ValueError("the inputs have the shapes %s and %s" % (one, other))


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
