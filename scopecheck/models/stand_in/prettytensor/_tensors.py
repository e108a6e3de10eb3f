"""The kinds of tensors that have layers as methods."""

import contextlib

import tensorflow as tf
from scopecheck_stand_in import is_object, unknown

from prettytensor import _books, _scopes

_TENSOR_S = ("name", "dtype", "op", "graph", "get_shape", "eval")


class PrettyTensor(object):
    """``prettytensor.PrettyTensor``: of every kind; layers become its methods."""

    def __getattr__(self, name):
        if name.startswith("_"):
            raise AttributeError("'%s' object has no attribute '%s'" % (type(self).__name__, name))
        return unknown("prettytensor." + name)

    def sequential(self):
        """A builder that begins here."""
        return SequentialLayerBuilder(self)

    def as_layer(self):
        """The tensor itself."""
        return self

    @property
    def bookkeeper(self):
        """What its graph's losses are kept in."""
        return _books.bookkeeper_for_default_graph()

    def __getitem__(self, key):
        return self.getitem__(key)

    def __add__(self, other):
        return self.apply_op(lambda one, two: one + two, other)

    def __radd__(self, other):
        return self.apply_op(lambda one, two: two + one, other)

    def __sub__(self, other):
        return self.apply_op(lambda one, two: one - two, other)

    def __rsub__(self, other):
        return self.apply_op(lambda one, two: two - one, other)

    def __mul__(self, other):
        return self.apply_op(lambda one, two: one * two, other)

    __rmul__ = __mul__

    def __truediv__(self, other):
        return self.apply_op(lambda one, two: one / two, other)

    def __rtruediv__(self, other):
        return self.apply_op(lambda one, two: two / one, other)

    __div__, __rdiv__ = __truediv__, __rtruediv__

    def __neg__(self):
        return self.apply_op(lambda one, two: -one, None)


class Layer(PrettyTensor):
    """``prettytensor.Layer``: a tensor, or a sequence of them."""

    def __init__(self, tensor, sequence=None, place=None, defaults=None, parameters=None):
        self._tensor = tensor
        self._sequence = sequence
        self._place = place
        self.defaults = defaults or {}
        self.layer_parameters = parameters or {}

    def __getattr__(self, name):
        if name in _TENSOR_S:
            return getattr(self.tensor, name)
        return super(Layer, self).__getattr__(name)

    @property
    def tensor(self):
        """The tensor."""
        if self._sequence is not None:
            raise ValueError("This PrettyTensor is currently a sequence.")
        return self._tensor

    @property
    def sequence(self):
        """The tensors."""
        if self._sequence is None:
            raise ValueError("This PrettyTensor is currently a Tensor.")
        return self._sequence

    def is_sequence(self):
        """Whether it is several tensors, one for each step."""
        return self._sequence is not None

    @property
    def shape(self):
        """The sizes, None for what isn't known."""
        return self.tensor.get_shape().as_list()

    def __iter__(self):
        if self._sequence is None:
            raise ValueError("Can only iterate on a sequence and not a Tensor.")
        return iter([self.with_tensor(one) for one in self._sequence])

    def __len__(self):
        return len(self.sequence)

    def with_tensor(self, tensor, parameters=None):
        """The same, with another tensor."""
        tensor = tensor.tensor if is_object(tensor, (PrettyTensor,)) else tensor
        return Layer(tensor, None, self._place, self.defaults, parameters)

    def with_sequence(self, sequence, parameters=None):
        """The same, with other tensors."""
        return Layer(None, sequence, self._place, self.defaults, parameters)

    def _with(self, place, defaults):
        return Layer(self._tensor, self._sequence, place, defaults, self.layer_parameters)

    def with_name(self, name):
        """The same; what follows is in a scope of that name."""
        return self._with(_scopes.place_named(name), self.defaults)

    def with_defaults(self, **kwargs):
        """The same, with defaults of its own."""
        return self._with(self._place, _scopes.own_defaults(self.defaults, kwargs))

    def attach_template(self, _template, _key, **unbound_var_values):
        """Builds a network on it."""
        return _template.construct(**dict(unbound_var_values, **{_key: self}))

    def add_loss(self, loss, name=None):
        """One more of the graph's losses."""
        self.bookkeeper.add_loss(loss, name)
        return Loss(loss, None, self._place, self.defaults)


class Loss(Layer):
    """``prettytensor.Loss``."""

    def mark_as_required(self):
        """It is trained without being named."""
        tf.add_to_collection(_books.GraphKeys.MARKED_LOSSES, self.tensor)


class SequentialLayerBuilder(PrettyTensor):
    """What ``sequential()`` gives: each layer takes the place of the one before."""

    def __init__(self, head):
        self._head = head

    def __getattr__(self, name):
        return getattr(self._head, name)

    def as_layer(self):
        """What the last layer gave."""
        return self._head

    def set_head(self, new_head):
        """Goes on from another tensor."""
        self._head = new_head
        return self

    def apply_op(self, function, other):
        """An operator: of it comes a tensor."""
        return self._head.apply_op(function, other)

    def with_tensor(self, tensor, parameters=None):
        """Goes on from another tensor."""
        return self.set_head(self._head.with_tensor(tensor, parameters))

    def with_name(self, name):
        """What follows is in a scope of that name."""
        return self.set_head(self._head.with_name(name))

    def with_defaults(self, **kwargs):
        """What follows has these defaults."""
        return self.set_head(self._head.with_defaults(**kwargs))

    def attach_template(self, _template, _key, **unbound_var_values):
        """Builds a network on it."""
        return self.set_head(self._head.attach_template(_template, _key, **unbound_var_values))

    def subdivide(self, branches, name="mixed"):
        """Branches, which are joined."""
        return self.subdivide_with(branches, None, name)

    @contextlib.contextmanager
    def subdivide_with(self, branches, join_function, name="mixed"):
        """Branches, which a function joins."""
        head = self._head
        with _scopes.opened(name):
            parts = [head.with_name("l%d" % at).sequential() for at in range(branches)]
            yield tuple(parts)
            ends = [one.as_layer() for one in parts]
            self._head = head.join(ends, include_self=False, join_function=join_function)
