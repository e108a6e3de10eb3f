"""What ``tf.contrib.slim.nets`` are made of: slim's layers, under defaults, and their end points.

Source: tensorflow/contrib/slim/python/slim/nets.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

from scopecheck.models.slim.arg_scope import ArgScope, with_defaults
from scopecheck.symbolic.calls import Arguments
from scopecheck.symbolic.values import Extern, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine

NETS = "tf.contrib.slim.nets"
Known = TypeVar("Known")
RELU, NORM = Extern("tf.nn.relu"), Extern("tf.contrib.layers.batch_norm")


def in_both(named: dict[str, Known]) -> dict[str, Known]:
    """What has names in contrib, also under those of the package ``tf_slim``."""
    return {**named, **{f"tf_slim.nets{k.removeprefix(NETS)}": v for k, v in named.items()}}


def layer(m: Machine, name: str, *args: Value, **kwargs: Value) -> Value:
    """One of slim's layers."""
    return m.library.call(m, f"tf.contrib.slim.{name}", Arguments(args, kwargs))


@contextmanager
def defaults(m: Machine, *operations: str, **kwargs: Value) -> Iterator[ArgScope]:
    """``with arg_scope(operations, **kwargs)``."""
    opened = with_defaults(m, operations, kwargs)
    before = opened.held(m)
    try:
        yield opened.enter(m, None)
    finally:
        opened.leave(m, before)


def l2(m: Machine, weight_decay: Value) -> Value:
    """``l2_regularizer``."""
    return m.library.call(m, "tf.contrib.layers.l2_regularizer", Arguments((weight_decay,)))


def end_points(m: Machine, collection: Value) -> Value:
    """The outputs of a collection, by the ends of their names."""
    name = "tf.contrib.layers.utils.convert_collection_to_dict"
    return m.library.call(m, name, Arguments((collection,)))
