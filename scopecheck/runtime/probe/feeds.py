"""Random data for what a graph is fed with: placeholders, iterators and queues."""

from __future__ import absolute_import, division, print_function

import numpy
from fed import Fed
from tensorflow.python.client import session as sessions
from tensorflow.python.framework import dtypes

SOURCES = ("Placeholder", "IteratorGetNext", "QueueDequeue", "ReaderRead")
_RANDOM = ("Random", "Truncated", "Multinomial", "Stateless")
_DATA = ("MatMul", "BatchMatMul", "BatchMatMulV2", "Conv2D", "Reshape", "GatherV2", "BiasAdd")
_RATE = 1e-3  # what a scalar that is an optimizer's learning rate is fed with
_SIDE = 16  # a dimension that the graph leaves open


class Behind(object):
    """All that some tensors are computed from, up to tensors that are fed.

    sources: the tensors that need a value. random: the types of random operations.
    """

    def __init__(self, tensors, fed=()):
        stop = set((tensor.op, tensor.value_index) for tensor in fed)
        self.sources, self.random, self.operations = [], set(), set()
        waiting = [one for one in tensors]
        seen = set()
        while waiting:
            tensor = waiting.pop()
            operation = getattr(tensor, "op", tensor)
            if (operation, getattr(tensor, "value_index", 0)) in stop:
                continue
            if operation.type.startswith(SOURCES) and operation.type != "PlaceholderWithDefault":
                if tensor not in self.sources and tensor is not operation:
                    self.sources.append(tensor)
                continue
            if operation in seen:
                continue
            seen.add(operation)
            if operation.type.startswith(_RANDOM):
                self.random.add(operation.type)
            waiting.extend(operation.inputs)
            waiting.extend(operation.control_inputs)
        self.operations = seen


def open_session(graph, device=None):
    """A session of our own on a graph, which may be final."""
    from tensorflow.core.protobuf import config_pb2

    config = config_pb2.ConfigProto(allow_soft_placement=True)
    config.use_per_session_threads = True
    config.gpu_options.allow_growth = True
    # Rewritten, one and the same operation may round differently in two runs.
    rewriting = config.graph_options.rewrite_options
    if hasattr(rewriting, "disable_meta_optimizer"):
        rewriting.disable_meta_optimizer = True
    return sessions.Session(graph=graph, config=config)


def initialise(session, variables, generator, perturb, original=lambda variable: variable):
    """Give every variable its initial value, with some noise where it is a float.

    original: the variable whose value a replica's copy has as well.
    """
    ready = [variable for variable in variables if variable.initializer is not None]
    session.run([variable.initializer for variable in ready])
    if perturb:
        floats = [one for one in ready if one.dtype.base_dtype.is_floating]
        values = {}
        for one, value in zip(floats, session.run(floats)):
            noise = 0.1 * generator.standard_normal(value.shape)
            values[id(one)] = numpy.asarray(value + noise, value.dtype)
        same = [values.get(id(original(one)), values[id(one)]) for one in floats]
        assign(session, floats, same)


def assign(session, variables, values):
    """Assign values, without operations that the graph has not got: the initializers do it.

    Variables with one and the same initial value are assigned one after the other.
    """
    waiting = list(zip(variables, values))
    while waiting:
        feed, taken, later, names = {}, [], [], set()
        for variable, value in waiting:
            given = variable.initializer.inputs[1]
            if given.name in names:
                later.append((variable, value))
            else:
                feed[given] = value
                names.add(given.name)
                taken.append(variable.initializer)
        session.run(taken, feed)
        waiting = later


class Random(object):
    """Makes values. batch: the size of a first dimension that is open.

    fed: what the program feeds, whose shapes win; in training its single numbers do, too.
    """

    def __init__(self, generator, batch, training, rates=(), fed=None):
        self._generator, self._batch = generator, batch
        self._training = training
        self._rates = set(rates)
        self._fed = fed or Fed()

    def value(self, tensor, shape=None):
        """A value of a tensor's dtype and shape."""
        dtype = tensor.dtype.base_dtype
        size = self.shape(tensor) if shape is None else shape
        if self._training and not size and self._fed.number(tensor) is not None:
            return self._fed.number(tensor)
        if dtype == dtypes.bool:
            return numpy.full(size, self._training)
        if dtype.is_floating and not size:
            return numpy.asarray(_RATE if tensor.op in self._rates else 1.0, dtype.as_numpy_dtype)
        if dtype.is_floating or dtype.is_complex:
            return self._generator.standard_normal(size).astype(dtype.as_numpy_dtype)
        if dtype.is_integer:
            low, high = self._fed.limits(tensor)
            if low is None:
                low, high = (0 if size else 1), 1
            return self._generator.integers(low, high + 1, size).astype(dtype.as_numpy_dtype)
        if dtype == dtypes.string:
            return numpy.full(size, b"")
        raise ValueError("no random value for %s of dtype %s" % (tensor.name, dtype.name))

    def shape(self, tensor):
        """Its shape, with numbers for what is open."""
        shape, fed = tensor.get_shape(), self._fed.shape(tensor)
        if fed is not None and shape.is_compatible_with(fed):
            return list(fed)
        if shape.ndims is None:
            return [self._batch] if _is_data(tensor) else []
        sizes = shape.as_list()
        return [
            (self._batch if position == 0 else _SIDE) if size is None else size
            for position, size in enumerate(sizes)
        ]


def generator_of(seed):
    """A generator of random numbers; NumPy of Python 2.7 has only the old kind."""
    if hasattr(numpy.random, "default_rng"):
        return numpy.random.default_rng(seed)
    return _OldGenerator(seed)


class _OldGenerator(object):
    def __init__(self, seed):
        state = numpy.random.RandomState(seed)
        self.standard_normal = state.standard_normal
        self.integers = state.randint


def _is_data(tensor):
    """Whether something of no known rank is used as data, not as a rate or a switch."""
    waiting = [tensor]
    for one in waiting:
        for consumer in one.consumers():
            if consumer.type in _DATA:
                return True
            if consumer.type in ("Identity", "Cast") and len(waiting) < 100:
                waiting.extend(consumer.outputs)
    return False


def learning_rates(steps):
    """The placeholders whose value optimizers use as it is."""
    found = set()
    for step in steps:
        for operation in Behind([step]).operations:
            if operation.type.startswith(("Apply", "ResourceApply", "Sparse", "ResourceSparse")):
                for tensor in operation.inputs:
                    if tensor.get_shape().ndims == 0:
                        found.add(_origin(tensor))
    return found


def _origin(tensor):
    while tensor.op.type in ("Identity", "Cast") and len(tensor.op.inputs) == 1:
        tensor = tensor.op.inputs[0]
    return tensor.op


def common_batch(tensors, default, fed=None):
    """The first dimension that fixed tensors, or those that the program feeds, have most often."""
    shapes = [fed and fed.shape(tensor) or _sizes(tensor) for tensor in tensors]
    sizes = [shape[0] for shape in shapes if shape and shape[0] is not None]
    return max(sorted(set(sizes)), key=sizes.count) if sizes else default


def _sizes(tensor):
    return tensor.get_shape().as_list() if tensor.get_shape().ndims else []


def like(tensor, batch, generator, unit=False):
    """Data for an input of a Keras model; unit: zeros and ones, as for its output."""
    sizes = tensor.shape.as_list() if hasattr(tensor.shape, "as_list") else tensor.shape
    shape = [size or (4 if position else batch) for position, size in enumerate(sizes)]
    if unit or "int" in str(tensor.dtype):
        return generator.integers(0, 2, shape).astype("float32")
    return generator.standard_normal(shape).astype("float32")
