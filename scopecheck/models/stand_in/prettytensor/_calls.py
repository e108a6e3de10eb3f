"""How classes and functions become methods of tensors, and what such a method does."""

import tensorflow as tf
from scopecheck_stand_in import (
    instances_in,
    is_object,
    parameters,
    replaced,
    surely,
)

from prettytensor import _scopes
from prettytensor._tensors import Layer, PrettyTensor, SequentialLayerBuilder
from prettytensor._templates import Later, Leaf, Step, UnboundVariable

_names = {}


class VarStoreMethod(object):
    """``prettytensor.VarStoreMethod``: a layer that has variables of its own."""

    def __init__(self):
        self.vars = {}

    def variable(self, var_name, shape, init, dt=tf.float32, train=None):
        """A variable, or what is in its place; the one of that name that it has already."""
        if var_name in self.vars:
            found = self.vars[var_name]
            if surely(not found.get_shape().is_compatible_with(shape)):
                words = "Shape mismatch: %s vs %s. Perhaps a UnboundVariable had incompatible … "
                raise ValueError(words % (found.get_shape(), shape))
            return found
        if callable(init):
            found = self._made(var_name, shape, init, dt, train)
        else:
            found = tf.convert_to_tensor(init, name=var_name)
            if surely(not found.get_shape().is_compatible_with(shape)):
                raise ValueError("Shapes %s and … are incompatible" % (found.get_shape(),))
        self.vars[var_name] = found
        return found

    def _made(self, name, shape, init, dtype, train):
        collections = [tf.GraphKeys.GLOBAL_VARIABLES]
        collections.extend(_scopes.chosen("variable_collections") or ())
        return tf.get_variable(
            name,
            shape,
            dtype,
            init,
            trainable=_scopes.chosen("trainable_variables", True) if train is None else train,
            collections=collections,
        )


class _Method(object):
    def __init__(self, target, name, defaults, compound, named):
        self.target = target
        self.name = name
        self.defaults = defaults
        self.compound = compound
        self.named = named
        self.makes = isinstance(target, type)

    def call(self, layer, args, kwargs):
        """Calls it now, or sets down that it is called when the network is built."""
        kwargs = _scopes.filled(self.defaults, layer.defaults, kwargs)
        if instances_in((args, kwargs), (SequentialLayerBuilder,)):
            args, kwargs = replaced((args, kwargs), (SequentialLayerBuilder,), _head)
        if self.compound:
            return self.target(layer, *args, **kwargs)
        name = kwargs.pop("name", None) if self.named else kwargs.get("name")
        name = self.name if name is None else name
        target = self.target() if self.makes else self.target

        def work(layer, args, kwargs):
            return _layered(layer, target(layer, *args, **kwargs))

        if instances_in((layer, args, kwargs), (Later, UnboundVariable)):
            return Step(work, layer, name, args, kwargs, self.named)

        def now(own):
            if self.named:
                kwargs["name"] = own
            return work(layer, args, kwargs)

        return _scopes.inside(layer._place, name, now)


def _head(builder):
    return builder.as_layer()


def _layered(layer, result):
    if is_object(result, (PrettyTensor,)):
        return result
    if surely(isinstance(result, (tuple, list))):
        return layer.with_sequence(result)
    return layer.with_tensor(result)


def wrap(tensor, books=None, tensor_shape=None):
    """``prettytensor.wrap``."""
    if is_object(tensor, (PrettyTensor,)):
        return tensor.as_layer()
    if is_object(tensor, (UnboundVariable,)):
        return Leaf(tensor, wrap)
    tensor = tf.convert_to_tensor(tensor, name="input")
    if tensor_shape:
        tensor.set_shape(tensor_shape)
    return Layer(tensor)


def wrap_sequence(sequence, books=None, tensor_shape=None):
    """``prettytensor.wrap_sequence``."""
    return Layer(None, [tf.convert_to_tensor(one, name="input") for one in sequence])


def template(key, books=None, optional=False):
    """``prettytensor.template``: a tensor that is given when the network is built."""
    unbound = UnboundVariable(key, None) if optional else UnboundVariable(key)
    return Leaf(unbound, wrap)


def join_pretty_tensors(tensors, output, join_function=None, name="join"):
    """``prettytensor.join_pretty_tensors``."""
    tensors = list(tensors)
    return tensors[0].join(tensors[1:], join_function=join_function)


def registered(target, name, defaults=(), overwrite=False, compound=False, named=None):
    """A new method of all tensors."""
    defaults = (defaults,) if isinstance(defaults, str) else tuple(defaults)
    name = name or target.__name__
    if name in _names and not overwrite:
        raise AssertionError("Method already defined: %s" % name)
    _names[name] = True
    _scopes.declare(defaults)
    if named is None:
        named = "name" in parameters(target)
    method = _Method(target, name, defaults, compound, named)

    def function(input_layer, *args, **kwargs):
        if is_object(input_layer, (SequentialLayerBuilder,)):
            result = method.call(input_layer.as_layer(), args, kwargs)
            if is_object(result, (PrettyTensor,)):
                return input_layer.set_head(result)
            return result
        return method.call(wrap(input_layer), args, kwargs)

    function.__name__ = name
    setattr(PrettyTensor, name, function)
    return function


def Register(assign_defaults=(), method_name=None, overwrite=False):
    """``prettytensor.Register``: makes a class or a function a method of tensors."""
    if callable(assign_defaults):
        return registered(assign_defaults, method_name, (), overwrite)
    return lambda target: registered(target, method_name, assign_defaults, overwrite)


def RegisterCompoundOp(assign_defaults=(), method_name=None):
    """``prettytensor.RegisterCompoundOp``: the same, for what is put together from methods."""
    if callable(assign_defaults):
        return registered(assign_defaults, method_name, compound=True)
    return lambda target: registered(target, method_name, assign_defaults, compound=True)


tf.register_tensor_conversion_function(Layer, lambda value, *rest, **named: value.tensor)
tf.register_tensor_conversion_function(
    SequentialLayerBuilder, lambda value, *rest, **named: value.tensor
)
