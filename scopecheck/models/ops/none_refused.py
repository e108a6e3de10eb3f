"""None where an operation needs a tensor or sizes: TensorFlow refuses it.

Measured in TensorFlow 1.15 and 2.21, which raise the same types.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scopecheck.models.registry import Model
from scopecheck.models.tensors import Tensor
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.iteration import iterate
from scopecheck.symbolic.values import ListRef, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.calls import Arguments
    from scopecheck.symbolic.machine import Machine

NEEDED: dict[str, str] = {
    "tf.broadcast_to": "input shape",
    "tf.clip_by_value": "t clip_value_min clip_value_max",
    "tf.constant": "value",
    "tf.convert_to_tensor": "value",
    "tf.concat": "values",
    "tf.fill": "dims value",
    "tf.gather": "params indices",
    "tf.linspace": "start stop num",
    "tf.argmax": "input",
    "tf.expand_dims": "input",
    "tf.matmul": "a b",
    "tf.nn.avg_pool": "value",
    "tf.nn.l2_loss": "t",
    "tf.nn.l2_normalize": "x",
    "tf.nn.leaky_relu": "features",
    "tf.nn.max_pool": "value",
    "tf.nn.softmax": "logits",
    "tf.ones_like": "tensor",
    "tf.shape": "input",
    "tf.squeeze": "input",
    "tf.zeros_like": "tensor",
    "tf.nn.bias_add": "value bias",
    "tf.nn.conv2d": "input filter",
    "tf.nn.conv2d_transpose": "value filter",
    "tf.nn.embedding_lookup": "params ids",
    "tf.one_hot": "indices depth",
    "tf.ones": "shape",
    "tf.pad": "tensor paddings",
    "tf.random_normal": "shape",
    "tf.random_uniform": "shape",
    "tf.random.normal": "shape",
    "tf.random.uniform": "shape",
    "tf.random.truncated_normal": "shape",
    "tf.range": "start",
    "tf.reshape": "tensor shape",
    "tf.slice": "input_ begin size",
    "tf.split": "value num_or_size_splits",
    "tf.stack": "values",
    "tf.tile": "input multiples",
    "tf.transpose": "a",
    "tf.truncated_normal": "shape",
    "tf.zeros": "shape",
    **dict.fromkeys(
        "tf.add tf.subtract tf.multiply tf.divide tf.maximum tf.minimum tf.pow tf.greater "
        "tf.less tf.equal tf.squared_difference".split(),
        "x y",
    ),
    **dict.fromkeys(
        "tf.abs tf.cast tf.exp tf.log tf.sqrt tf.square tf.sigmoid tf.tanh tf.nn.sigmoid "
        "tf.nn.tanh".split(),
        "x",
    ),
    **dict.fromkeys(
        "tf.image.resize_images tf.image.resize_bilinear tf.image.resize_nearest_neighbor "
        "tf.image.resize_bicubic".split(),
        "images",
    ),
    **dict.fromkeys("tf.nn.relu tf.nn.elu tf.nn.relu6 tf.nn.softplus".split(), "features"),
    **dict.fromkeys(
        "tf.reduce_sum tf.reduce_mean tf.reduce_max tf.reduce_min tf.reduce_prod tf.reduce_all "
        "tf.reduce_any".split(),
        "input_tensor",
    ),
    **dict.fromkeys("tf.identity tf.size tf.rank tf.stop_gradient".split(), "input"),
    "tf.boolean_mask": "tensor",
    **dict.fromkeys("tf.negative tf.to_float tf.to_int32 tf.cumsum".split(), "x"),
    **dict.fromkeys(
        "tf.div tf.truediv tf.floordiv tf.mod tf.not_equal tf.logical_and tf.logical_or "
        "tf.greater_equal tf.less_equal".split(),
        "x y",
    ),
    "tf.nn.dropout": "x",
    "tf.random_shuffle": "value",
    "tf.unstack": "value",
    "tf.where": "condition",
    "tf.sequence_mask": "lengths",
}
"""The parameters that come first and can't be None, of functions that are modelled."""
NESTED = 2


def refusing_none(functions: dict[str, Model]) -> dict[str, Model]:
    """The models that check what they need before they make anything."""
    return {name: _checked(functions[name], NEEDED[name]) for name in NEEDED if name in functions}


def _checked(model: Model, names: str) -> Model:
    parameters = names.split()

    def checked(m: Machine, a: Arguments) -> Value:
        for number, name in enumerate(parameters):
            check_given(m, a.args[number] if number < len(a.args) else a.kwargs.get(name, 0))
        return model(m, a)

    checked.__doc__ = model.__doc__
    return checked


def check_given(m: Machine, value: Value) -> None:
    """Fails as TensorFlow does where None is to become a tensor, or a part of one."""
    value = needed(m, value)
    if value is None:
        raise m.fail("ValueError", "None values not supported.")
    if isinstance(value, (tuple, ListRef)) and _holds_none(m, value, NESTED):
        kind = "ValueError" if m.world.executing_eagerly else "TypeError"
        raise m.fail(kind, "Failed to convert a list that holds None to a tensor.")


def _holds_none(m: Machine, value: Value, depth: int) -> bool:
    if not isinstance(value, (tuple, ListRef)) or not depth or isinstance(value, Tensor):
        return value is None
    held = iterate(m, value)
    return held is not None and any(_holds_none(m, one, depth - 1) for one in held.items)
