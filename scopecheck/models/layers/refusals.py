"""What a layer refuses before it asks for a variable: dtypes, ranks, last dimensions.

Source: tensorflow/python/keras/engine/input_spec.py, ``assert_input_compatibility``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from scopecheck.models.messages import shape_text
from scopecheck.models.ops.operands import tells
from scopecheck.models.refusal import refuse_argument, traced_shape
from scopecheck.models.tensors import FLOATS, Dim, Dims, DType, Tensor
from scopecheck.symbolic.builtins.types import builtin_type
from scopecheck.symbolic.iteration import iterate
from scopecheck.symbolic.values import Error, ListRef, Raised, Value
from scopecheck.trace import Refusal, ScopeState, TensorFlowError, VariableRequested
from scopecheck.trace.variables import format_shape

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine


def fail_input(m: Machine, by: str, refusal: Refusal, type_name: str, message: str) -> Raised:
    """A layer that refuses its input before it asks for a variable."""
    from scopecheck.models.refusal import state_of
    from scopecheck.models.world import scope_data

    scope: ScopeState = state_of(scope_data(m))
    event = VariableRequested(
        m.site(),
        m.path(),
        scope.name,
        "refused",
        by,
        scope,
        purpose="input",
        refusal=refusal,
        error=TensorFlowError(type_name, message),
        certain=not (m.left_out and refusal is Refusal.SHAPE_UNDEFINED),
    )
    m.emit(event)
    return Raised(Error(builtin_type(type_name), (message,), event))


def no_input(m: Machine, kind: str) -> Raised:
    """A layer that is called on None."""
    if kind == "dropout":
        return m.fail("ValueError", "None values not supported.")
    if kind == "batch_normalization":
        return m.fail("ValueError", "Input has undefined rank")
    if old(m):
        return m.fail("AttributeError", "'NoneType' object has no attribute 'shape'")
    return m.fail("TypeError", "Inputs to a layer should be tensors. Got 'None'")


def single(m: Machine, kind: str, layer: Value, inputs: Value) -> Value:
    """What a layer is called on. Refuses a list of tensors where it takes one; kind: its base name.

    ``Dropout`` alone makes one tensor of a list. The others name how many they got; before they
    count them, or where there is one, they take the list of shapes for a shape.
    """
    from scopecheck.models.ops.sources import as_tensor

    held = iterate(m, inputs) if isinstance(inputs, (tuple, ListRef)) else None
    if held is None or held.open or not held.items:
        return inputs
    if not all(isinstance(one, Tensor) for one in held.items):
        return inputs
    if kind == "dropout":
        return as_tensor(m, inputs)
    number = len(held.items)
    if number > 1 and kind != "batch_normalization":
        name = layer if isinstance(layer, str) else "…"
        expects = f"{name} expects 1 inputs" if old(m) else f'"{name}" expects 1 input(s)'
        received = f"but it received {number} input tensors. Inputs received: …"
        raise m.fail("ValueError", f"Layer {expects}, {received}")
    if kind == "flatten":
        word = "list" if isinstance(inputs, ListRef) else "tuple"
        raise m.fail("AttributeError", f"'{word}' object has no attribute 'shape'")
    if "pooling" in kind:
        raise m.fail("ValueError", "Shape must be rank …")
    raise m.fail(
        "TypeError",
        "int() argument must be a string, a bytes-like object or a number, not 'TensorShape'"
        if old(m)
        else "Dimension value must be integer or None or have an __index__ method, got value …",
    )


def old(m: Machine) -> bool:
    """Whether TensorFlow 1.15 is modelled."""
    return bool(m.world.tensorflow == "1.15")


def float_dtype(m: Machine, kind: str, tensor: Tensor, by: str) -> Value:
    """The dtype of a layer's weights: its input's, which must be floating."""
    if tensor.dtype is None:
        return m.unknown("a dtype", not_none=True)
    if tensor.dtype not in FLOATS and not tensor.dtype.startswith("complex"):
        shown = f"<dtype: '{tensor.dtype}'>"
        message = (
            f"Unable to build `{kind}` layer with non-floating point dtype {shown}"
            if old(m)
            else f"A {kind} layer can only be built with a floating-point dtype. Received: "
            f"dtype={shown}"
        )
        raise fail_input(m, by, Refusal.ARGUMENT, "TypeError", message)
    return DType(tensor.dtype)


NO_RANK = "its rank is undefined, but the layer requires a defined rank."


def incompatible(m: Machine, layer: Value, words: str, by: str) -> Raised:
    """The layer's input has the wrong rank or size."""
    name = layer if isinstance(layer, str) else "…"
    quoted = name if old(m) else f'"{name}"'
    message = f"Input 0 of layer {quoted} is incompatible with the layer: {words}"
    refusal = Refusal.SHAPE_UNDEFINED if words == NO_RANK else Refusal.ARGUMENT
    return fail_input(m, by, refusal, "ValueError", message)


def shown_dims(m: Machine, dims: Dims) -> str:
    """A shape in a layer's message: a list in 1.15, a tuple in 2.21."""
    if not isinstance(dims, tuple):
        return "<unknown>"
    traced = traced_shape(dims)
    return str(list(traced or ())) if old(m) else format_shape(traced)


def check_axis(m: Machine, tensor: Tensor, layer: Value, expected: Any, by: str) -> None:
    """A built layer called with another last dimension."""
    if expected is None or not isinstance(tensor.shape, tuple) or not tensor.shape:
        return
    last = tensor.shape[-1]
    if isinstance(last, int) and isinstance(expected, int) and last != expected:
        comma = "" if old(m) else ","
        raise incompatible(
            m,
            layer,
            f"expected axis -1 of input shape to have value {expected}{comma} but received input "
            "with "
            f"shape {shown_dims(m, tensor.shape)}",
            by,
        )


def no_channels(m: Machine, x: Tensor, by: str, behind: int, transposed: str | None) -> Raised:
    """A convolution whose input's channels TensorFlow doesn't know; behind: how many axes are."""
    shown = shape_text(m, x.shape)
    if old(m):
        found = (
            f", found None: {shown}" if by == "tf.layers.conv3d_transpose" else ". Found `None`."
        )
        message = f"The channel dimension of the inputs should be defined{found}"
    else:
        inputs = f"inputs to `{transposed}`" if transposed else "inputs"
        message = (
            f"The channel dimension of the {inputs} should be defined. The input_shape received "
            f"is {shown}, where axis {-1 - behind} (0-based) is the channel dimension, "
            "which found to be `None`."
        )
    return fail_input(m, by, Refusal.SHAPE_UNDEFINED, "ValueError", message)


def too_small(shown: str) -> str:
    """A length of a layer's output would be zero or less, as Keras 2 says it; shown: the input's.

    Source: tf_keras/src/layers: convolutional/base_conv.py, locally_connected.
    """
    return (
        "One of the dimensions in the output is <= 0 due to downsampling in …. Consider increasing "
        f"the input size. Received input shape {shown} which would produce output "
        "shape with a zero or negative value in a dimension."
    )


def check_room(m: Machine, by: str, message: str | None) -> None:
    """Refuses an input that a layer's windows find no room in."""
    if message is not None and tells(m):
        raise refuse_argument(m, by, "ValueError", message)


def check_rank(m: Machine, x: Tensor, layer: Value, rank: int, by: str, exact: bool) -> None:
    """The rank a convolution or pooling takes."""
    if x.shape is None:
        raise incompatible(m, layer, NO_RANK, by)
    if isinstance(x.shape, tuple) and len(x.shape) != rank:
        if old(m):
            full = shown_dims(m, x.shape)
            words = f"expected ndim={rank}, found ndim={len(x.shape)}. Full shape received: {full}"
        else:
            label = "ndim" if exact else "min_ndim"
            full = dimensions_text(m, x.shape)
            words = (
                f"expected {label}={rank}, found ndim={len(x.shape)}. Full shape received: {full}"
            )
        raise incompatible(m, layer, words, by)


def dimensions_text(m: Machine, dims: tuple[Dim, ...]) -> str:
    """A tuple of dimensions as Python prints it: TensorFlow 1's are objects."""
    if m.world.tensorshape_v2:
        return format_shape(traced_shape(dims))
    comma = "," if len(dims) == 1 else ""
    return "(" + ", ".join(f"Dimension({size})" for size in traced_shape(dims) or ()) + comma + ")"
