"""Stands in for tensorflow/contrib/eager/python/network.py, which TensorFlow 1.4 to 1.12 had."""

import tensorflow as tf

from scopecheck_stand_in import (
    base_of_layer,
    give_scope,
    is_layer,
    opened_scopes,
    rename,
    snake_case,
    takes,
)

_numbers = {}
_tracked = {}
_placed = {}
_TAKEN = (
    "A Network named '%s' already exists (or a variable_scope was created with this name). Names "
    "must be unique."
)


def _unique(base, numbers, avoided, namespace):
    while True:
        number = numbers.get((namespace, base), 0)
        numbers[namespace, base] = number + 1
        name = base + "_" + str(number) if number else base
        if not avoided(name):
            return name


class Network(tf.layers.Layer):
    """``Network``: its variables are those of the layers that it tracks, in its own scope."""

    def __init__(self, name=None):
        if isinstance(name, tf.VariableScope):
            raise ValueError("VariableScopes are not valid Network names.")
        if name is not None and "/" in name:
            raise ValueError("Forward slashes ('/') are not allowed in Network names.")
        self._own_name = name
        self._parent = None
        self._network_scope = None
        self._layers = []
        self._loose = []
        self._owned = {}
        self._numbers = {}
        self._outer = tf.get_variable_scope()
        self._opened = opened_scopes()
        self._graph = tf.get_default_graph()
        self.built = False

    @property
    def name(self):
        """Given, or found when it is tracked or called first."""
        if self._own_name is None:
            raise ValueError(
                "The network does not yet have a final name, but a name was requested for it. "
                "Networks get a name when they are added to another Network via track_layer, or "
                "when they are first called/built."
            )
        return self._own_name

    @property
    def scope_name(self):
        """The full name of its scope."""
        return self._network_scope.name

    def _was_opened(self, name):
        return self._opened(self._outer.name + "/" + name if self._outer.name else name)

    def _finalize_name(self, parent):
        if not self._own_name:
            base = snake_case(type(self).__name__)
            if parent is not None:
                owned = parent._owned
                self._own_name = _unique(base, parent._numbers, lambda name: name in owned, "")
            else:
                space = (self._graph, self._outer.name)
                self._own_name = _unique(base, _numbers, self._was_opened, space)
        if self._parent is None:
            self._parent = parent

    def _set_scope(self):
        if self._network_scope is None:
            self._take_scope()
            for one in self._loose:
                _place(one)

    def _take_scope(self):
        if self._parent is None:
            self._finalize_name(None)
            outer = self._outer
        else:
            self._parent._set_scope()
            outer = self._parent._network_scope
        with tf.variable_scope(outer) as around:
            if self._parent is None and around.name and self._was_opened(self._own_name):
                raise ValueError(_TAKEN % self._own_name)
            with tf.variable_scope(None, default_name=self._own_name) as scope:
                self._network_scope = scope
        if scope.name.split("/")[-1] != self._own_name:
            raise ValueError(_TAKEN % self._own_name)
        if self._parent is None:
            self._own_name = scope.name

    def track_layer(self, layer):
        """Tracks a layer; the first network that tracks it gives it a name and a scope."""
        if not is_layer(layer):
            raise TypeError(
                "Network.track_layer() passed type %s, not a tf.layers.Layer" % (type(layer),)
            )
        if isinstance(layer, Network):
            layer._finalize_name(self)
            first = layer._parent
        else:
            if not layer.built:
                self._claim(layer)
            first = _tracked.get(layer)
        if first is self and not layer.built:
            if layer.name in self._owned:
                if self._owned[layer.name] is layer:
                    return layer
                raise ValueError(
                    "Attempt to add two Layers with the name '%s' to the same Network." % layer.name
                )
            self._owned[layer.name] = layer
        self._layers.append(layer)
        return layer

    def _claim(self, layer):
        if layer not in _tracked:
            _tracked[layer] = self
            base = base_of_layer(layer)
            if base is not None:
                owned = self._owned
                rename(layer, _unique(base, self._numbers, lambda name: name in owned, ""))
        self._loose.append(layer)

    def get_layer(self, name=None, index=None):
        """One of its layers."""
        if index is not None:
            return self._layers[index]
        for one in self._layers:
            if one.name == name:
                return one
        raise ValueError("No such layer: " + name)

    def __call__(self, inputs, *args, **kwargs):
        self._set_scope()
        reuse = True if self.built else None
        with tf.variable_scope(self._network_scope, reuse=reuse, auxiliary_name_scope=False):
            result = self.call(inputs, *args, **kwargs)
        self.built = True
        return result

    @property
    def layers(self):
        """The layers that it tracks."""
        return self._layers

    @property
    def weights(self):
        """Its layers' variables."""
        return [weight for one in self._layers for weight in one.weights]

    @property
    def variables(self):
        """Its layers' variables."""
        return self.weights

    @property
    def trainable_weights(self):
        """Those of its layers' variables that are trained."""
        return [weight for one in self._layers for weight in one.trainable_weights]

    @property
    def trainable_variables(self):
        """Those of its layers' variables that are trained."""
        return self.trainable_weights

    def add_variable(self, *args, **kwargs):
        """It has no variables of its own."""
        raise RuntimeError(
            "add_variable not supported in Network class yet. Please file an issue at "
            "https://github.com/tensorflow/tensorflow/issues/new if this is important to you"
        )


def _place(layer):
    if layer in _placed:
        return
    _placed[layer] = True
    parent = _tracked[layer]
    parent._set_scope()
    outer = parent._network_scope
    with tf.variable_scope(outer), tf.variable_scope(None, default_name=layer.name) as own:
        give_scope(layer, own)


class Sequential(Network):
    """``Sequential``: layers and functions, one after the other."""

    def __init__(self, layers_funcs=None, name=None):
        super(Sequential, self).__init__(name=name)
        self._steps = []
        for one in layers_funcs or ():
            self.add(one)

    def add(self, layer_func):
        """One more step."""
        if is_layer(layer_func):
            self.track_layer(layer_func)
        elif not callable(layer_func):
            raise TypeError(
                "Sequential.add() takes only tf.layers.Layer objects or callables; not '%s' of "
                "type '%s'." % (layer_func, type(layer_func))
            )
        self._steps.append(layer_func)

    def call(self, inputs, training=None):
        """Runs the steps; those that take it are told whether it is training."""
        for one in self._steps:
            if training is not None and takes(one, "training"):
                inputs = one(inputs, training)
            else:
                inputs = one(inputs)
        return inputs
