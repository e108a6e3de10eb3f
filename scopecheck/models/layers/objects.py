"""Layers of TensorFlow's own classes beside the plain ones: attributes and weights on the heap.

Source: tensorflow/python/layers/base.py, ``Layer``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from scopecheck.models.classes import is_instance, layer_classes
from scopecheck.models.layers import custom_layers as layers
from scopecheck.models.layers.custom_layers import LISTS, call_layer, get, put
from scopecheck.models.layers.functions import constructor_arguments
from scopecheck.models.registry import Model, Signature
from scopecheck.models.world import EMPTY
from scopecheck.symbolic.access import get_attribute
from scopecheck.symbolic.calls import Arguments
from scopecheck.symbolic.iteration import iterate
from scopecheck.symbolic.values import Builtin, Extern, Foreign, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine

Method = Callable[["Machine", "LayerOf", Arguments], Any]


@dataclass(frozen=True, slots=True)
class LayerClass:
    """A class of layers.

    call: what one call gives. build: makes the weights that do not wait for ``call``.
    check: what the constructor does beside keeping its arguments, each under its own name.
    opened: how ``__call__`` differs from every layer's. methods, properties: those of its own.
    """

    name: str
    module: str
    constructor: Signature
    call: Method = field(repr=False)
    build: Callable[[Machine, LayerOf, Value], None] | None = field(default=None, repr=False)
    check: Callable[[Machine, LayerOf], None] | None = field(default=None, repr=False)
    opened: Method | None = field(default=None, repr=False)
    methods: Mapping[str, Method] = field(default_factory=dict, repr=False)
    properties: Mapping[str, Callable[[Machine, LayerOf], Value]] = field(
        default_factory=dict, repr=False
    )


class LayerOf(Foreign):
    """A layer of one of these classes."""

    __slots__ = ("cls", "id")

    def __init__(self, id: int, cls: LayerClass) -> None:
        self.id = id
        self.cls = cls

    def __eq__(self, other: object) -> bool:
        return isinstance(other, LayerOf) and self.id == other.id

    def __hash__(self) -> int:
        return hash(("layer", self.id))

    @property
    def class_of(self) -> Extern:
        """``type(layer)``."""
        return Extern(f"{self.cls.module}.{self.cls.name}")

    def is_instance(self, m: Machine, kind: Value) -> Value:
        """Its own class, and every layer's."""
        names = layer_classes(self.cls.name) | {self.class_of.name}
        return is_instance(m, names, kind)

    def call(self, m: Machine, args: Any) -> Value:
        """``layer(inputs)``."""
        return run_method(m, self, "__call__", args)

    def get_attribute(self, m: Machine, name: str) -> Value:
        """A method, a list of variables, or what the constructor kept."""
        if name in _METHODS or name in self.cls.methods:
            return Builtin(name, lambda m, a: run_method(m, self, name, a))
        if name == "__class__":
            return self.class_of
        if name in self.cls.properties:
            return self.cls.properties[name](m, self)
        if name == "scope_name":
            scope = layers.state_of(m, self).scope
            return get_attribute(m, scope, "name") if scope is not None else m.unknown(name)
        if name in LISTS:
            held = iterate(m, get(m, self, name))
            return m.new_list(held.items if held is not None else (), held is None or held.open)
        if name in ("losses", "updates"):
            return m.new_list((), True)
        return m.heap[self.id].get(name, NotImplemented)

    def set_attribute(self, m: Machine, name: str, value: Value) -> None:
        """Any attribute."""
        put(m, self, **{name: value})


_METHODS = frozenset("__call__ apply call build add_weight add_variable".split())


def run_method(m: Machine, layer: LayerOf, name: str, a: Arguments) -> Value:
    """A method that a layer has from its class."""
    if name in layer.cls.methods:
        return layer.cls.methods[name](m, layer, a)
    if name in ("add_weight", "add_variable"):
        return layers.add_weight(m, layer, a)
    if name == "call":
        return layer.cls.call(m, layer, a)
    if name == "build":
        _build(m, layer, a.args[0] if a.args else None)
        return put(m, layer, built=True)
    return (layer.cls.opened or called)(m, layer, a)


def _build(m: Machine, layer: LayerOf, inputs: Value) -> None:
    if layer.cls.build is not None:
        layer.cls.build(m, layer, inputs)


def called(m: Machine, layer: LayerOf, a: Arguments) -> Value:
    """``Layer.__call__``."""
    return call_layer(
        m,
        layer,
        a,
        lambda inputs: _build(m, layer, inputs),
        lambda given: layer.cls.call(m, layer, given),
    )


def make(m: Machine, cls: LayerClass, a: Arguments) -> LayerOf:
    """A new layer."""
    layer = LayerOf(m.allocate(EMPTY), cls)
    given = constructor_arguments(m, cls.constructor, cls.name, a)
    layers.start(m, layer, {**given, "_reuse": given.get("reuse", given.get("_reuse"))})
    put(m, layer, **{k: v for k, v in given.items() if k not in ("name", "dtype", "_reuse")})
    if cls.check is not None:
        cls.check(m, layer)
    return layer


def constructor(cls: LayerClass) -> Model:
    """``RevBlock(...)``."""
    return lambda m, a: make(m, cls, a)


def registered(*classes: LayerClass) -> dict[str, Model]:
    """The constructors under their names."""
    return {f"{cls.module}.{cls.name}": constructor(cls) for cls in classes}


def _unchanged(m: Machine, layer: LayerOf, a: Arguments) -> Value:
    return a.args[0] if a.args else a.kwargs.get("inputs")


PLAIN = LayerClass(
    "Layer", "tf.layers", Signature("trainable=True, name=None, dtype=None"), _unchanged
)
MODELS: dict[str, Model] = {**registered(PLAIN), "tf.layers.base.Layer": constructor(PLAIN)}
