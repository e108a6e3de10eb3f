"""Dtypes that don't go together: TensorFlow refuses them as it builds.

Of two operands the first has the dtype that it has by itself, and the second becomes one of
that dtype, if it can. Python's operators take the tensor's dtype on either side.

Source: tensorflow/python/framework/op_def_library.py; tensorflow/python/ops/math_ops.py.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scopecheck.models.ops.dense import check_dense, holds_array
from scopecheck.models.ops.fitting import FLOATING, fits, sure_dtype, takes_dtype
from scopecheck.models.ops.operands import tells
from scopecheck.models.refusal import refuse_argument
from scopecheck.models.registry import Model
from scopecheck.models.tensors import Tensor
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.iteration import iterate
from scopecheck.symbolic.values import ListRef, Raised, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.calls import Arguments
    from scopecheck.symbolic.machine import Machine

MOST_ITEMS = 64
TAKEN: dict[str, str] = {
    **dict.fromkeys(("Add", "AddV2"), "sum"),
    **dict.fromkeys(("Sub", "Mul", "RealDiv", "FloorDiv", "Div"), "number"),
    **dict.fromkeys(("FloorMod", "Maximum", "Minimum"), "wide"),
    "Pow": "signed",
    "SquaredDifference": "difference",
    "Atan2": "float",
    "DivNoNan": "smooth",
    **dict.fromkeys(("Less", "LessEqual", "Greater", "GreaterEqual"), "ordered"),
    **dict.fromkeys(("LogicalAnd", "LogicalOr", "LogicalXor"), "bool"),
    **dict.fromkeys(("BitwiseAnd", "BitwiseOr", "BitwiseXor"), "whole"),
    **dict.fromkeys(("MatMul", "BatchMatMulV2"), "matrix"),
}
"""What kind of dtypes the operations of two operands take."""


ONLY_INTEGERS = (
    "Only integers, slices (`:`), ellipsis (`...`), tf.newaxis (`None`) and scalar "
    "tf.int32/tf.int64 tensors are valid indices, got …"
)


def _speaks(m: Machine) -> bool:
    return not m.world.before_one and tells(m)


def _refuse(m: Machine, op: str, message: str, kind: str = "TypeError") -> Raised:
    return refuse_argument(m, op, kind, message)


def _not_taken(m: Machine, op: str, name: str, dtype: str) -> Raised:
    words = f"Value passed to parameter '{name}' has DataType {dtype} not in list of allowed values"
    return _refuse(m, op, f"{words}: …")


def _unlike(m: Machine, op: str, names: tuple[str, str], one: str, other: str) -> Raised:
    message = (
        f"Input '{names[1]}' of '{op}' Op has type {other} that does not match type {one} of "
        f"argument '{names[0]}'."
    )
    return _refuse(m, op, message)


def _quotient(m: Machine, op: str, one: str, other: str) -> Raised:
    tick, end = ("", "") if m.world.tensorflow == "1.15" else ("`", ".")
    names = f"{tick}x{tick} and {tick}y{tick}"
    return _refuse(m, op, f"{names} must have the same dtype, got tf.{one} != tf.{other}{end}")


def check_dtype(m: Machine, op: str, name: str, value: Value, kind: str) -> None:
    """Refuses an argument whose dtype the operation doesn't take."""
    dtype = sure_dtype(m, value) if _speaks(m) else None
    if dtype is not None and not takes_dtype(m, kind, dtype):
        if kind in ("sizes", "int32") and not isinstance(needed(m, value), Tensor):
            if fits(m, value, "int32") is not False or _are_whole(m, value):
                return
            if kind == "int32":
                words = f"Expected int32 passed to parameter '{name}' of op '{op}', got …"
                raise _refuse(m, op, words)
        if kind == "int32":
            words = f"Input '{name}' of '{op}' Op has type {dtype}"
            raise _refuse(m, op, f"{words} that does not match expected type of int32.")
        if kind == "bool" and isinstance(needed(m, value), Tensor):
            words = f"Input '{name}' of '{op}' Op has type {dtype}"
            raise _refuse(m, op, f"{words} that does not match expected type of bool.")
        if kind == "bool":
            raise _refuse(m, op, f"Expected bool passed to parameter '{name}' of op '{op}', got …")
        raise _not_taken(m, op, name, dtype)


def _are_whole(m: Machine, value: Value) -> bool:
    """Whether floats are whole numbers, as quotients are that were ints in Python 2."""
    value = needed(m, value)
    if isinstance(value, (tuple, ListRef)):
        held = iterate(m, value)
        return held is not None and all(_are_whole(m, one) for one in held.items)
    return isinstance(value, (int, float)) and float(value).is_integer()


def check_index(m: Machine, value: Value) -> None:
    """Refuses floats as an index of a tensor or as a bound of a slice."""
    dtype = sure_dtype(m, value) if _speaks(m) and isinstance(value, (float, Tensor)) else None
    if dtype in FLOATING and not (isinstance(value, float) and value.is_integer()):
        raise _refuse(m, "StridedSlice", ONLY_INTEGERS)


def check_types(m: Machine, op: str, x: Value, y: Value, names: tuple[str, str]) -> None:
    """Refuses operands of an operation that takes both as they are given."""
    if not _speaks(m):
        return
    if op in TAKEN:
        check_dtype(m, op, names[0], x, TAKEN[op])
    if TAKEN.get(op) == "bool":
        if sure_dtype(m, x) is not None:
            check_second(m, op, "bool", y, names)
        return
    dtype = sure_dtype(m, x)
    if dtype is not None:
        check_second(m, op, dtype, y, names)


def check_second(m: Machine, op: str, dtype: str, y: Value, names: tuple[str, str]) -> None:
    """Refuses a value that can't become a tensor of the first operand's dtype."""
    if fits(m, y, dtype) is not False:
        return
    own = sure_dtype(m, y)
    if TAKEN.get(op) == "bool" and isinstance(needed(m, y), Tensor):
        words = f"Input '{names[1]}' of '{op}' Op has type {own}"
        raise _refuse(m, op, f"{words} that does not match expected type of bool.")
    if own is not None and (isinstance(needed(m, y), Tensor) or _asked_mildly(m, op)):
        raise _unlike(m, op, names, dtype, own)
    raise _refuse(m, op, f"Expected {dtype} passed to parameter '{names[1]}' of op '{op}', got …")


def _asked_mildly(m: Machine, op: str) -> bool:
    """Whether a number that doesn't fit gets the dtype that it has by itself."""
    return op == "AddV2" and m.world.tensorflow != "1.15"


def check_operator(
    m: Machine, op: str, tensor: Tensor, other: Value, reflected: bool, names: tuple[str, str]
) -> None:
    """Refuses what stands beside a tensor, left or right of one of Python's operators."""
    dtype = sure_dtype(m, tensor) if _speaks(m) else None
    if dtype is None:
        return
    if op == "Mul" and m.world.tensorflow != "1.15" and "bool" in (dtype, sure_dtype(m, other)):
        if reflected and fits(m, other, dtype) is False:
            raise _refuse(m, op, f"Expected {dtype}, …")
        return
    check_dtype(m, op, names[1 if reflected else 0], tensor, TAKEN[op])
    if fits(m, other, dtype) is not False:
        check_dense(m, op, other)
        return
    own = sure_dtype(m, other)
    if op == "RealDiv" and own is not None and not reflected:
        raise _quotient(m, op, dtype, own)
    if reflected and op not in COMPARED:
        raise _refuse(m, op, f"Expected {dtype}, …")
    if own is not None and not reflected and m.world.tensorflow == "1.15" and op not in COMPARED:
        raise _unlike(m, op, names, dtype, own)
    check_second(m, op, dtype, other, names)


COMPARED = ("Less", "LessEqual", "Greater", "GreaterEqual")


def check_alike(m: Machine, op: str, x: Value, y: Value, names: tuple[str, str]) -> None:
    """Refuses operands of different dtypes where each has the one that it has by itself."""
    if op in TAKEN:
        check_dtype(m, op, names[0], x, TAKEN[op])
    one, other = (sure_dtype(m, x), sure_dtype(m, y)) if _speaks(m) else (None, None)
    if one is None or other is None or one == other:
        return
    if op == "RealDiv":
        raise _quotient(m, op, one, other)
    raise _unlike(m, op, names, one, other)


def check_converted(m: Machine, op: str, value: Value, dtype: str | None) -> None:
    """Refuses a value that is to be converted to a dtype, as ``tf.convert_to_tensor`` does."""
    if dtype is None or not _speaks(m):
        return
    if fits(m, value, dtype) is not False and not _is_apart(m, value):
        check_dense(m, op, value)
        return
    own = sure_dtype(m, value)
    if isinstance(needed(m, value), Tensor):
        words = f"Tensor conversion requested dtype {dtype} for Tensor with dtype {own}: …"
        raise _refuse(m, op, words if m.world.tensorflow == "1.15" else f"…{words}", "ValueError")
    raise _refuse(m, op, f"Expected {dtype}, …")


def _is_apart(m: Machine, value: Value) -> bool:
    """Whether arrays are items of a list, which 1.15 takes for no number of any dtype."""
    return m.world.tensorflow == "1.15" and holds_array(m, value)


def check_all(m: Machine, op: str, name: str, values: Value, *, strict: bool = False) -> None:
    """Refuses a list of tensors that aren't of one dtype; strict: none is converted."""
    values = needed(m, values)
    if not _speaks(m) or not isinstance(values, (tuple, ListRef)):
        return
    held = iterate(m, values)
    if held is None or held.open or not 1 < len(held.items) <= MOST_ITEMS:
        return
    items = [needed(m, one) for one in held.items]
    kinds = [sure_dtype(m, one) for one in items]
    first = next((k for k, one in zip(kinds, items, strict=True) if isinstance(one, Tensor)), None)
    if first is None and any(isinstance(one, Tensor) for one in items):
        return
    if strict or first is None:
        wrong = len({kind for kind in kinds if kind is not None}) > 1
    else:
        wrong = any(fits(m, one, first) is False for one in items)
    if wrong:
        shown = ", ".join("…" if kind is None else kind for kind in kinds)
        words = f"Tensors in list passed to '{name}' of '{op}' Op have types [{shown}]"
        raise _refuse(m, op, f"{words} that don't all match.")


ARGUMENTS: dict[str, str] = {
    **{
        f"tf.{name}": f"{op} x smooth"
        for name, op in (
            ("acosh", "Acosh"),
            ("asinh", "Asinh"),
            ("atanh", "Atanh"),
            ("cos", "Cos"),
            ("cosh", "Cosh"),
            ("exp", "Exp"),
            ("expm1", "Expm1"),
            ("log", "Log"),
            ("log1p", "Log1p"),
            ("rsqrt", "Rsqrt"),
            ("sigmoid", "Sigmoid"),
            ("sin", "Sin"),
            ("sinh", "Sinh"),
            ("sqrt", "Sqrt"),
            ("tanh", "Tanh"),
        )
    },
    "tf.nn.sigmoid": "Sigmoid x smooth",
    "tf.nn.tanh": "Tanh x smooth",
    "tf.ceil": "Ceil x float",
    "tf.floor": "Floor x float",
    "tf.erf": "Erf x float",
    "tf.erfc": "Erfc x float",
    "tf.lgamma": "Lgamma x float",
    "tf.digamma": "Digamma x float",
    "tf.is_nan": "IsNan x float",
    "tf.square": "Square x square",
    "tf.negative": "Neg x signed",
    "tf.abs": "Abs x magnitude",
    "tf.logical_not": "LogicalNot x bool",
    "tf.nn.relu": "Relu features ordered",
    "tf.nn.leaky_relu": "LeakyRelu features ordered",
    "tf.sign": "Sign x signed",
    "tf.nn.relu6": "Relu6 features ordered",
    "tf.nn.elu": "Elu features float",
    "tf.nn.selu": "Selu features float",
    "tf.nn.softplus": "Softplus features float",
    "tf.nn.softsign": "Softsign features float",
    "tf.nn.softmax": "Softmax logits float",
    "tf.nn.log_softmax": "LogSoftmax logits float",
    "tf.nn.l2_loss": "L2Loss t float",
    "tf.nn.avg_pool": "AvgPool value float",
    "tf.reduce_all": "All input_tensor bool",
    "tf.reduce_any": "Any input_tensor bool",
    "tf.argmax": "ArgMax input place",
    "tf.argmin": "ArgMin input place",
    "tf.cumsum": "Cumsum x number",
    "tf.gather": "GatherV2 params any indices index",
    "tf.gather_nd": "GatherNd params any indices index",
    "tf.nn.embedding_lookup": "GatherV2 params any ids index",
    "tf.one_hot": "OneHot indices code depth int32",
    "tf.reshape": "Reshape tensor any shape sizes",
    "tf.tile": "Tile input any multiples sizes",
    "tf.transpose": "Transpose a any perm sizes",
    "tf.expand_dims": "ExpandDims input any axis sizes",
    "tf.fill": "Fill dims sizes",
    "tf.pad": "Pad tensor any paddings sizes",
    "tf.random_normal": "RandomStandardNormal shape sizes",
    "tf.random_uniform": "RandomUniform shape sizes",
    "tf.truncated_normal": "TruncatedNormal shape sizes",
    "tf.nn.sparse_softmax_cross_entropy_with_logits": (
        "SparseSoftmaxCrossEntropyWithLogits _sentinel any labels index logits float"
    ),
    "tf.losses.sparse_softmax_cross_entropy": (
        "SparseSoftmaxCrossEntropyWithLogits labels index logits float"
    ),
    "tf.nn.softmax_cross_entropy_with_logits": (
        "SoftmaxCrossEntropyWithLogits _sentinel any labels any logits float"
    ),
    "tf.nn.softmax_cross_entropy_with_logits_v2": (
        "SoftmaxCrossEntropyWithLogits labels any logits float"
    ),
    "tf.nn.conv2d": "Conv2D input convolved",
    "tf.nn.in_top_k": "InTopKV2 predictions any targets index",
}
"""The operation, its parameters in order, and what kind of dtype each takes."""
OPERATIONS_OWN = {"input_tensor": "input", "ids": "indices", "axis": "dim", "a": "x"}
"""How operations call a parameter that the function calls otherwise."""


def refusing_dtypes(functions: dict[str, Model]) -> dict[str, Model]:
    """The models that look at their arguments' dtypes before they make anything."""
    found = {name: _checked(functions[name], ARGUMENTS[name]) for name in ARGUMENTS}
    for name in ARGUMENTS:
        alias = name.replace("tf.", "tf.math.", 1)
        if alias in functions:
            found[alias] = _checked(functions[alias], ARGUMENTS[name])
    return found


def _checked(model: Model, text: str) -> Model:
    op, *words = text.split()
    parameters = list(zip(words[::2], words[1::2], strict=True))

    def checked(m: Machine, a: Arguments) -> Value:
        if _speaks(m):
            for number, (name, kind) in enumerate(parameters):
                value = a.args[number] if number < len(a.args) else a.kwargs.get(name)
                if value is not None and kind != "any":
                    check_dtype(m, op, OPERATIONS_OWN.get(name, name), value, kind)
        return model(m, a)

    checked.__doc__ = model.__doc__
    return checked
