"""Stands in for tensorflow/python/module/module.py: an object with a name scope of its own."""

import re

import tensorflow as tf

from scopecheck_stand_in import unknown


class Module(object):
    """``tf.Module``: its variables are those of its attributes, in the order of their names."""

    _TF_MODULE_IGNORED_PROPERTIES = frozenset(
        ("_self_unconditional_checkpoint_dependencies", "_self_unconditional_dependency_names")
    )

    def __init__(self, name=None):
        if name is None:
            parts = r"((?<=[a-z0-9])[A-Z]|(?!^)[A-Z](?=[a-z]))"
            name = re.sub(parts, r"_\1", type(self).__name__).lower()
        elif name[:1].isdigit() or not name.replace("_", "a").isalnum():
            raise ValueError(
                "%r is not a valid module name. Module names must be valid Python identifiers "
                "(e.g. a valid class name)." % name
            )
        self._name = name
        with tf.name_scope(name) as scope_name:
            self._scope_name = scope_name

    @property
    def name(self):
        """As it was given, or by the class."""
        return self._name

    @property
    def name_scope(self):
        """The scope that was opened first, once more."""
        return tf.name_scope(self._scope_name)

    @property
    def variables(self):
        """All of them."""
        return tuple(self._flatten(predicate=lambda one: isinstance(one, tf.Variable)))

    @property
    def trainable_variables(self):
        """Those to train."""
        return tuple(one for one in self.variables if one.trainable)

    @property
    def submodules(self):
        """The modules below."""
        return tuple(self._flatten(predicate=lambda one: isinstance(one, Module)))

    def _flatten(
        self, recursive=True, predicate=None, attribute_traversal_key=None, with_path=False
    ):
        if with_path:
            return unknown("a flat module")
        order = attribute_traversal_key
        leaves = _inside(self, order) if recursive else _held(self, order)
        return _once([one for one in leaves if predicate is None or predicate(one)])

    @classmethod
    def with_name_scope(cls, method):
        """A method that runs in the module's scope."""

        def method_with_name_scope(self, *args, **kwargs):
            with self.name_scope:
                return method(self, *args, **kwargs)

        return method_with_name_scope


def _inside(module, order):
    """What a module holds, then what the modules among that hold."""
    found = _held(module, order)
    for one in _held(module, order):
        if isinstance(one, Module):
            found = found + _inside(one, order)
    return found


def _held(module, order):
    held = module.__dict__
    left_out = module._TF_MODULE_IGNORED_PROPERTIES
    shown = [key for key in sorted(held, key=order) if key not in left_out]
    return [leaf for key in shown for leaf in tf.nest.flatten(held[key])]


def _once(leaves):
    found = []
    for leaf in leaves:
        if not any(leaf is other for other in found):
            found.append(leaf)
    return tuple(found)
