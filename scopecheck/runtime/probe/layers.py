"""Layers and models of Keras: what a call of one gets hold of."""

from __future__ import absolute_import, division, print_function

import sys
import threading

import known
import numpy
from made import graph_of
from tensorflow.python.framework import ops
from units import is_built
from wrapping import wrap

_LAYERS = (
    ("tensorflow.python.layers.base", "Layer"),
    ("tf_keras.src.legacy_tf_layers.base", "Layer"),
)
_BASES = (
    ("tensorflow.python.keras.engine.base_layer", "Layer"),
    ("tensorflow.python.keras.engine.base_layer_v1", "Layer"),
    ("tf_keras.src.engine.base_layer", "Layer"),
    ("tf_keras.src.engine.base_layer_v1", "Layer"),
    ("keras.src.layers.layer", "Layer"),
    ("keras.src.engine.base_layer", "Layer"),
    ("keras.engine.base_layer", "Layer"),
)
_TRAINERS = (
    ("tensorflow.python.keras.engine.training", "Model"),
    ("tensorflow.python.keras.engine.training_v1", "Model"),
    ("tf_keras.src.engine.training", "Model"),
    ("tf_keras.src.engine.training_v1", "Model"),
    ("keras.src.backend.tensorflow.trainer", "TensorFlowTrainer"),
    ("keras.src.backend.jax.trainer", "JAXTrainer"),
    ("keras.src.backend.torch.trainer", "TorchTrainer"),
    ("keras.src.trainers.trainer", "Trainer"),
    ("keras.engine.training", "Model"),
)
_PREDICTIONS = ("predict", "predict_on_batch")
_STEPS = ("fit", "train_on_batch", "fit_generator")
_QUIET = _STEPS + _PREDICTIONS + ("compile", "evaluate", "test_on_batch", "predict_generator")


class Layers(object):
    """Listens to the calls of layers, to compile, and to training.

    compiled: models in the order of their compile, with the trainable weights that each had,
    and where that was. at_first_step: called when a model is about to train and enough has
    been seen; if it is given, it does not return.
    """

    def __init__(self, journal, tensors, made, calls, units):
        self._journal, self._tensors = journal, tensors
        self._made, self._calls, self._units = made, calls, units
        self._local = threading.local()
        self._numbers = {}
        self._layers = []
        self._wrapped = set()
        self.at_first_step = None
        self.scope_state = lambda: {"name": "", "reuse": "off", "source": None}
        self.called = []
        self.compiled = []
        self.observe = 0  # steps of each model that are let run, and looked at
        self.only_steps = False  # a whole `fit` is not let run
        self._spied = None
        self.observed = []  # (model, what the step returned, weights before and after)

    def install(self):
        """Wrap what is imported, and what will be (an import hook calls `look`)."""
        self.look()
        sys.meta_path.insert(0, self)

    def find_spec(self, name, path=None, target=None):
        """Never finds a module; takes the chance to look at those that are there."""
        if "keras" in name:
            self.look()

    def find_module(self, name, path=None):
        """As `find_spec`, for Python 2."""
        return self.find_spec(name, path)

    def look(self):
        """Wrap the classes of the modules that are imported by now."""
        for module, name in _LAYERS:
            self._wrap(module, name, "__call__", self._call_layer)
        for module, name in _BASES:
            self._wrap(module, name, "__call__", self._call)
            self._wrap_once(module, name, "trainable", self._units.wrap_trainable)
        for module, name in _TRAINERS:
            self._wrap(module, name, "compile", self._compile)
            for made in _PREDICTIONS:
                self._wrap(module, name, made, self._units.predict)
            for step in _STEPS:
                self._wrap(module, name, step, self._step)
            for method in _QUIET:
                self._wrap(module, name, method, self._quietly, again=True)

    def _wrap(self, module, name, method, around, again=False):
        owner = getattr(sys.modules.get(module), name, None)
        if isinstance(owner, type) and method in vars(owner):
            if (owner, method, again) not in self._wrapped:
                self._wrapped.add((owner, method, again))
                wrap(owner, method, around)

    def _quietly(self, function, *args, **kwargs):
        """A method that makes operations of its own, and keeps them for the next time."""
        before = self.is_quiet
        self._local.quiet = True
        try:
            return function(*args, **kwargs)
        finally:
            self._local.quiet = before

    @property
    def is_quiet(self):
        """Whether Keras itself makes the operations that are made now."""
        return getattr(self._local, "quiet", False)

    def _wrap_once(self, module, name, member, wrapped):
        owner = getattr(sys.modules.get(module), name, None)
        if isinstance(owner, type) and (owner, member) not in self._wrapped:
            self._wrapped.add((owner, member))
            wrapped(owner)

    def _call(self, function, layer, *args, **kwargs):
        depth = getattr(self._local, "depth", 0)
        self._local.depth = depth + 1
        try:
            value = function(layer, *args, **kwargs)
        finally:
            self._local.depth = depth
        if self._spied is not None and args:
            self._spied.append((layer, args[0], value))
        if depth == 0:
            self._got(layer, args, value)
        return value

    def spied(self, model, given):
        """Calls a model; what each layer inside was called on, and what it gave."""
        self._spied = []
        try:
            model(given)
            return self._spied
        finally:
            self._spied = None

    def _call_layer(self, function, layer, *args, **kwargs):
        """A layer of tf.layers; what a custom one or a cell does inside is its own affair."""
        if getattr(self._local, "depth", 0):
            return function(layer, *args, **kwargs)
        scope = self.scope_state()
        value = self._call(function, layer, *args, **kwargs)
        path = self._journal.path()
        numbers = [self._made.number(weight) for weight in _weights(layer)]
        name = known.called(self._journal.frames, sys._getframe(2))
        if path and numbers and None not in numbers and name.startswith("tf."):
            tensors, results = self._tensors.within(args, 3), self._tensors.within(value, 3)
            asked = "off" if not getattr(layer, "_reuse", None) else "on"
            self._calls.library(name, path, tensors, results, numbers, asked, scope)
        return value

    def _got(self, layer, args, value):
        path = self._journal.path()
        if not path:
            return
        numbers = []
        for weight in _weights(layer):
            number = self._made.number(weight)
            if number is not None:
                numbers.append(number)
                self._made.touch(weight)
        if not numbers or not known.is_direct(self._journal.frames, sys._getframe(1)):
            return
        met = id(layer) in self._numbers
        number = self._numbers.setdefault(id(layer), len(self._layers))
        if not met:
            self._layers.append(layer)
        self.called.append(
            {
                "layer": number,
                "name": layer.name,
                "path": path,
                "site": path[-1],
                "is_model": hasattr(layer, "layers"),
                "tensors": self._tensors.within(args, 3),
                "results": self._tensors.within(value, 3),
                "held": numbers,
            }
        )

    def _compile(self, function, model, *args, **kwargs):
        value = function(model, *args, **kwargs)
        trainable = [id(weight) for weight in _trainable(model)]
        self.compiled = [entry for entry in self.compiled if entry[0] is not model]
        path = self._journal.path()
        direct = known.is_direct(self._journal.frames, sys._getframe(1))  # not by clone_model
        self.compiled.append((model, trainable, path if direct else []))
        self._units.compiled(model, path)
        return value

    def _step(self, function, model, *args, **kwargs):
        if getattr(self._local, "stepping", False) or not self._journal.path():
            return function(model, *args, **kwargs)
        whole = function.__name__.startswith("fit")
        given = args + tuple(kwargs.values())
        if self.at_first_step is not None and (self._is_over() or (whole and self.only_steps)):
            if whole:
                self._units.stepped(model, function.__name__, given, {})
            self.at_first_step()
        if not self.observe or (self.at_first_step is None and self._units.is_told(model)):
            return function(model, *args, **kwargs)
        if not is_built(model):
            return self._first(function, model, args, kwargs)
        self._local.stepping = True
        before = self._values()
        try:
            value = function(model, *args, **kwargs)
        finally:
            self._local.stepping = False
        after = self._values()
        self.observed.append((model, value, before, after))
        self._units.stepped(model, function.__name__, given, _changed(before, after))
        return value

    def _first(self, function, model, args, kwargs):
        """A step before which a model has no weights: what it changes can't be told."""
        value = function(model, *args, **kwargs)
        trainable = [id(weight) for weight in _trainable(model)]
        self.compiled = [
            (one, trainable if one is model else listed, path)
            for one, listed, path in self.compiled
        ]
        return value

    def _is_over(self):
        """Whether every model that was compiled has taken as many steps as are observed."""
        counts = [
            sum(1 for one in self.observed if one[0] is model) for model, _, _ in self.compiled
        ]
        total = self.observe * len(self.compiled)
        return not self.observe or min(counts) >= self.observe or sum(counts) >= 4 * total

    def within_reach(self):
        """What is compiled of models whose weights a session of the default graph gets to."""
        return [one for one in self.compiled if is_built(one[0]) and not _is_cleared(one[0])]

    def _values(self):
        """The weights of all compiled models, by their identity."""
        found = {}
        for model, _, _ in self.within_reach():
            for weight, value in zip(model.weights, model.get_weights()):
                found[id(weight)] = value
        return found

    def records(self):
        """A line for each call of a model, and of a layer that was called more than once."""
        count = {}
        for call in self.called:
            count[call["layer"]] = count.get(call["layer"], 0) + 1
        for call in self.called:
            if call["is_model"] or count[call["layer"]] > 1:
                yield dict(call, **{"is": "LayerCalled"})  # the host's, no event of a trace


def _is_cleared(model):
    """Whether a model's graph is not the default one any more, as after `clear_session`."""
    graphs = [graph_of(weight) for weight in model.weights]
    if not any(isinstance(one, ops.Graph) for one in graphs):
        return False
    return any(one is not ops.get_default_graph() for one in graphs)


def _changed(before, after):
    """The weights that are not what they were."""
    common = set(before).intersection(after)
    return set(name for name in common if not numpy.array_equal(before[name], after[name]))


def _weights(layer):
    """The TensorFlow variables of a layer; of Keras 3 those inside its own."""
    for weight in layer.weights if is_built(layer) else ():
        yield getattr(weight, "value", weight) if _is_keras3(weight) else weight


def _trainable(model):
    return list(model.trainable_weights) if is_built(model) else []


def _is_keras3(weight):
    return type(weight).__module__.startswith("keras.src")
