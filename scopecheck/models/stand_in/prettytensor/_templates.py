"""Networks that are built later, and maybe more than once: templates."""

from scopecheck_stand_in import instances_in, is_object, replaced

from prettytensor import _scopes
from prettytensor._tensors import PrettyTensor

_NOT_GIVEN = ("not given",)


class UnboundVariable(object):
    """``prettytensor.UnboundVariable``: a value that is given when a network is built."""

    def __init__(self, key, default=_NOT_GIVEN):
        self.key = key
        self.default = default

    def has_default(self):
        """Whether it may be left out."""
        return self.default is not _NOT_GIVEN


def _way(several):
    """All that is built before these and to get them, in order, each once."""
    if not several:
        return ()
    way = several[0].way
    if len(several) > 1:
        known = dict.fromkeys(way)
        for one in several[1:]:
            if one not in known:
                more = tuple([part for part in one.way if part not in known])
                known.update(dict.fromkeys(more))
                way += more
    return way


class Later(PrettyTensor):
    """A tensor of a network that isn't built yet."""

    def __init__(self, unbound, before, place=None, defaults=None):
        self.unbound_vars = unbound
        self.way = _way(before) + (self,)
        self._place = place
        self.defaults = defaults or {}

    @property
    def tensor(self):
        """It has none yet."""
        raise NotImplementedError("Not implemented")

    name = shape = dtype = layer_parameters = tensor

    def get_shape(self):
        """It isn't known yet."""
        return self.tensor

    def with_name(self, name):
        """The same; what follows is in a scope of that name."""
        return Same(self, _scopes.place_named(name), self.defaults)

    def with_defaults(self, **kwargs):
        """The same, with defaults of its own."""
        return Same(self, self._place, _scopes.own_defaults(self.defaults, kwargs))

    def construct(self, **bindings):
        """Builds the network."""
        return construct_all([self], **bindings)[0]

    def bind(self, **bindings):
        """The same network, with some of the values given."""
        return Bound(self, bindings)

    def as_fn(self, *binding_order):
        """A function that builds the network, and whose arguments stand in that order."""
        return _as_function(self, binding_order)

    def attach_template(self, _template, _key, **unbound_var_values):
        """Builds a network on it, later."""
        return Bound(_template, dict(unbound_var_values, **{_key: self}))


class Leaf(Later):
    """What ``prettytensor.template`` gives: a tensor that is given later."""

    def __init__(self, unbound, wrap):
        super(Leaf, self).__init__({unbound.key: unbound}, ())
        self._unbound = unbound
        self._wrap = wrap

    def value_in(self, run):
        """The tensor."""
        return self._wrap(run.value_of(self._unbound))


class Same(Later):
    """Another's tensor, under another name or with other defaults."""

    def __init__(self, other, place, defaults):
        super(Same, self).__init__(other.unbound_vars, [other], place, defaults)
        self._other = other

    def value_in(self, run):
        """The tensor."""
        return run.built(self._other)


class Bound(Later):
    """A network of which some values are given."""

    def __init__(self, inner, values):
        unbound = dict(inner.unbound_vars)
        for key in values:
            if key not in unbound:
                raise KeyError(key)
            del unbound[key]
        given = list(values.values())
        super(Bound, self).__init__(merged([unbound], given), instances_in(given, (Later,)))
        self._inner = inner
        self._values = values

    def value_in(self, run):
        """The tensor."""
        values = dict(run.values)
        values.update(run.filled(self._values))
        return Run(values).built(self._inner)


class Step(Later):
    """A layer of a network: what it is called with, and the scope that it has from now on."""

    def __init__(self, work, layer, name, args, kwargs, takes_name):
        both = (layer, args, kwargs)
        super(Step, self).__init__(
            merged([], both), instances_in(both, (Later,)), layer._place, layer.defaults
        )
        self._work = work
        self._layer = layer
        self._name = name
        self._args = args
        self._kwargs = kwargs
        self._takes_name = takes_name
        self._scope = _scopes.kept(layer._place, name)

    def value_in(self, run):
        """Builds the layer."""
        layer = run.built(self._layer)
        args, kwargs = run.filled(self._args), run.filled(self._kwargs)

        def built(own):
            if self._takes_name:
                kwargs["name"] = own
            return self._work(layer, args, kwargs)

        return self._scope.enter(self._name, built)


class Run(object):
    """One time that networks are built: the values given, and what there is already."""

    def __init__(self, values):
        self.values = values
        self._built = {}

    def value_of(self, unbound):
        """What was given for a name."""
        return self.values.get(unbound.key, unbound.default)

    def built(self, tensor):
        """The tensor that takes a deferred one's place."""
        if not is_object(tensor, (Later,)):
            return tensor
        if tensor not in self._built:
            for one in tensor.way:
                if one not in self._built:
                    self._built[one] = one.value_in(self)
        return self._built[tensor]

    def filled(self, value):
        """Arguments, with what is given or built now."""
        return replaced(value, (Later, UnboundVariable), self._filled)

    def _filled(self, one):
        return self.value_of(one) if isinstance(one, UnboundVariable) else self.built(one)


def merged(several, values):
    """All that has to be given; a name stands for one thing."""
    whole = {}

    def add(unbound):
        for key, one in unbound.items():
            if whole.get(key, one) is not one:
                raise ValueError("Key conflict: %s" % key)
            whole[key] = one

    def find(one):
        add({one.key: one} if isinstance(one, UnboundVariable) else one.unbound_vars)
        return one

    for unbound in several:
        add(unbound)
    replaced(values, (Later, UnboundVariable), find)
    return whole


def construct_all(templates, **unbound_var_values):
    """``prettytensor.construct_all``: builds networks together, what they share once."""
    needed = merged([one.unbound_vars for one in templates], ())
    for key in unbound_var_values:
        if key not in needed:
            words = "unexpected key: %s. Legal values are: %s"
            raise ValueError(words % (key, list(needed)))
    missing = [
        key
        for key, one in needed.items()
        if key not in unbound_var_values and not one.has_default()
    ]
    if missing:
        raise ValueError("Unspecified keys: %s" % missing)
    run = Run(unbound_var_values)
    return [run.built(one) for one in templates]


def _as_function(network, order):
    if len(order) != len(network.unbound_vars):
        raise ValueError("All vars must be specified.")
    for key in order:
        if key not in network.unbound_vars:
            raise ValueError("Unknown binding: %s" % key)

    def function(*args, **kwargs):
        if len(args) != len(order):
            raise ValueError("Missing values, expects: %s" % ", ".join(order))
        values = dict(zip(order, args))
        values.update(kwargs)
        return network.construct(**values)

    return function


class Results(object):
    """Several tensors with names, which may be built later."""

    @property
    def unbound_vars(self):
        """All that has to be given."""
        return merged([], tuple(self))

    def construct(self, **bindings):
        """Builds the network."""
        there = [one for one in self if one is not None]
        built = construct_all(there, **bindings)
        return type(self)(*[built.pop(0) if one is not None else None for one in self])

    def bind(self, **bindings):
        """The same network, with some of the values given."""
        return type(self)(*[None if one is None else one.bind(**bindings) for one in self])

    def as_fn(self, *binding_order):
        """A function that builds the network, and whose arguments stand in that order."""
        return _as_function(self, binding_order)
