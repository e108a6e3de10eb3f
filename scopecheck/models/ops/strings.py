"""Operations on strings: most give a result for each element.

Source: tensorflow/core/ops/{string_ops,parsing_ops}.cc.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scopecheck.models.ops.arguments import Given, dtype_given, shape_of, takes, tensor_inputs
from scopecheck.models.registry import Model
from scopecheck.models.tensors import operation
from scopecheck.symbolic.values import Value

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine


def _each(op: str, dtype: str) -> Model:
    """A result of one dtype for each string."""

    @takes("input")
    def model(m: Machine, g: Given) -> Value:
        value = g("input", "string_tensor", "strings", "string")
        return operation(m, op, tensor_inputs(m, value), shape_of(m, value), dtype, g.name(op))

    return model


@takes("input pattern rewrite replace_global name")
def _replaced(m: Machine, g: Given) -> Value:
    value = g("input")
    plain = isinstance(g("pattern"), str) and isinstance(g("rewrite"), str)
    name = g.name("StaticRegexReplace" if plain else "RegexReplace")
    inputs = tensor_inputs(m, value)
    return operation(m, "RegexReplace", inputs, shape_of(m, value), "string", name)


@takes("string_tensor out_type name")
def _to_number(m: Machine, g: Given) -> Value:
    value = g("string_tensor", "input")
    dtype = dtype_given(m, g("out_type"), "float32")
    inputs = tensor_inputs(m, value)
    return operation(m, "StringToNumber", inputs, shape_of(m, value), dtype, g.name())


@takes("inputs separator name")
def _join(m: Machine, g: Given) -> Value:
    inputs = tensor_inputs(m, g("inputs"))
    shapes = {shape_of(m, one) for one in inputs} - {()}
    dims = shapes.pop() if len(shapes) == 1 else ()
    return operation(m, "StringJoin", inputs, dims, "string", g.name())


MODELS: dict[str, Model] = {
    "tf.string_to_hash_bucket": _each("StringToHashBucket", "int64"),
    "tf.string_to_hash_bucket_fast": _each("StringToHashBucketFast", "int64"),
    "tf.string_to_hash_bucket_strong": _each("StringToHashBucketStrong", "int64"),
    "tf.strings.length": _each("StringLength", "int32"),
    "tf.strings.lower": _each("StringLower", "string"),
    "tf.strings.upper": _each("StringUpper", "string"),
    "tf.strings.strip": _each("StringStrip", "string"),
    "tf.strings.substr": _each("Substr", "string"),
    "tf.substr": _each("Substr", "string"),
    "tf.strings.regex_replace": _replaced,
    "tf.regex_replace": _replaced,
    "tf.as_string": _each("AsString", "string"),
    "tf.strings.as_string": _each("AsString", "string"),
    "tf.string_to_number": _to_number,
    "tf.strings.to_number": _to_number,
    "tf.string_join": _join,
    "tf.strings.join": _join,
}
for _name in ("to_hash_bucket", "to_hash_bucket_fast", "to_hash_bucket_strong"):
    MODELS[f"tf.strings.{_name}"] = MODELS[f"tf.string_{_name}"]
