"""The scope that a layer runs in, and the defaults that hold for layers."""

import contextlib

import tensorflow as tf
from scopecheck_stand_in import scope_in_place

_known = {"trainable_variables": True, "variable_collections": True, "summary_collections": True}
_now = {}
summaries = {}


class Place(object):
    """Where the layers of a named tensor are: a variable scope's and a name scope's name."""

    def __init__(self, variables, names):
        self.variables = variables
        self.names = names


def _stack():
    return tf.get_default_graph().get_name_scope()


def _below(outer, full):
    return full[len(outer) + 1 :] if outer else full


def place_named(name):
    """A new place of that name in the scopes in force."""
    outer = _stack()
    with tf.name_scope(None, name):
        own = _below(outer, _stack())
        with scope_in_place(tf.get_variable_scope().name, own, None, False):
            return Place(tf.get_variable_scope().name, _stack() + "/")


def inside(place, name, work):
    """Does the work in a scope whose name is free among the name scopes there."""
    if place is None:
        return _opened(tf.get_variable_scope().name, name, work)
    with tf.name_scope(None, place.names):
        return _opened(place.variables, name, work)


def _opened(outer, name, work):
    above = _stack()
    with tf.name_scope(None, name):
        own = _below(above, _stack())
        with scope_in_place(outer, own, None, False):
            return work(own)


@contextlib.contextmanager
def opened(name):
    """The same for a block, in the scopes in force."""
    outer, above = tf.get_variable_scope().name, _stack()
    with tf.name_scope(None, name), scope_in_place(outer, _below(above, _stack()), None, False):
        yield


class Kept(object):
    """A scope that is set down once, and entered whenever a network is built."""

    def __init__(self, outer, own):
        self.outer = outer
        self.own = own
        self.like = tf.get_variable_scope()
        self.entered = False

    def enter(self, name, work):
        """Does the work; from the second time on it shares."""
        reuse, self.entered = self.entered, True
        scope = scope_in_place(self.outer, self.own, self.like, reuse)
        with tf.name_scope(None, self.own), tf.name_scope(None, name), scope:
            return work(self.own)


def kept(place, name):
    """Sets a scope down: its name is taken from then on."""
    if place is None:
        return Kept(tf.get_variable_scope().name, _taken(name))
    with tf.name_scope(None, place.names):
        return Kept(place.variables, _taken(name))


def _taken(name):
    return _below(_stack(), tf.get_default_graph().unique_name(name))


def declare(names):
    """Methods take these defaults."""
    for one in names:
        _known[one] = True


def check_names(given):
    """There is a method that takes each default."""
    wrong = [one for one in given if one not in _known]
    if wrong:
        raise ValueError("Unused arguments: set(['%s'])" % "', '".join(wrong))


def own_defaults(before, more):
    """A tensor's own defaults, with more."""
    check_names(more)
    return dict(before, **more)


@contextlib.contextmanager
def defaults_scope(**kwargs):
    """``prettytensor.defaults_scope``: arguments of layers in a block."""
    check_names(kwargs)
    if isinstance(kwargs.get("variable_collections"), str):
        raise ValueError("variable_collections cannot be a string, must be a tuple or list.")
    if "summary_collections" in kwargs:
        summaries[tf.get_default_graph()] = kwargs["summary_collections"]
    before = dict(_now)
    _now.update(kwargs)
    try:
        yield
    finally:
        _now.clear()
        _now.update(before)


def chosen(name, other=None):
    """The default in force."""
    return _now.get(name, other)


def filled(names, own, kwargs):
    """The arguments of a call, with a tensor's own defaults and those in force."""
    full = dict(kwargs)
    for one in names:
        if one not in full:
            if one in own:
                full[one] = own[one]
            elif one in _now:
                full[one] = _now[one]
    return full


class Sharing(object):
    """What ``prettytensor.make_template`` gives."""

    def __init__(self, name, function, args, kwargs):
        self._name = name
        self._function = function
        self._args = args
        self._kwargs = kwargs
        self._scope = None

    def __call__(self, *args, **kwargs):
        def begun(own):
            self._scope = tf.get_variable_scope().name
            return self._function(*self._args, *args, **dict(self._kwargs, **kwargs))

        def shared(own):
            with scope_in_place(self._scope, "", None, True):
                return self._function(*self._args, *args, **dict(self._kwargs, **kwargs))

        work = begun if self._scope is None else shared
        return work(None) if self._name is None else inside(None, self._name, work)


def make_template(name, func, *args, **kwargs):
    """``prettytensor.make_template``: a function whose calls share their variables."""
    return Sharing(name, func, args, kwargs)
