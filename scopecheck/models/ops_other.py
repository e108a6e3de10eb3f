"""Operations that decide few shapes: images, losses, gradients, control, summaries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scopecheck.models import shapes
from scopecheck.models.constants import constant_value_as_dims
from scopecheck.models.ops_arguments import (
    Given,
    dtype_given,
    dtype_of,
    items_of,
    shape_of,
    takes,
    tensor_inputs,
)
from scopecheck.models.ops_array import whole
from scopecheck.models.ops_math import same
from scopecheck.models.registry import Model
from scopecheck.models.tensors import UNSEEN, Dims, DType, Tensor, Unseen, operation
from scopecheck.symbolic.iteration import iterate
from scopecheck.symbolic.values import Builtin, DictRef, ListRef, Unknown, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.calls import Arguments
    from scopecheck.symbolic.machine import Machine


def generic_op(m: Machine, name: str, a: Arguments) -> Tensor:
    """Any other operation that makes no variables: what it was computed from is known."""
    op = "".join(part.capitalize() for part in name.rsplit(".", 1)[-1].split("_"))
    return operation(m, op, tensor_inputs(m, *a.every()), UNSEEN, None, a.kwargs.get("name"))


# -- images -----------------------------------------------------------------------------


def _resize(op: str, default: str | None = None) -> Model:
    @takes("images size method align_corners preserve_aspect_ratio name")
    def model(m: Machine, g: Given) -> Value:
        images, size = g("images", "image"), g("size")
        sides = constant_value_as_dims(m, size)
        if isinstance(sides, tuple):
            whole_sides = len(sides) == 2 and all(isinstance(side, int) for side in sides)
            open_sides = None if None in sides else UNSEEN
            sides = sides if whole_sides else (open_sides, open_sides)
        dims = _resized(shape_of(m, images), sides, default is None)
        if default is None and g.flag("preserve_aspect_ratio") is not False:
            dims = UNSEEN
        dtype = default
        if default is None:
            held = dtype_of(m, images)
            near = g("method", default=0)
            dtype = "float32" if near in (0, 2, 3) and isinstance(near, int) else None
            dtype = held if near == 1 or held == "float32" else dtype
        inputs = tensor_inputs(m, images, size)
        known = dtype_of(m, images) if dtype == "same" else dtype
        return operation(m, op, inputs, dims, known, g.name(op))

    return model


def _resized(dims: Dims, sides: Dims, single: bool) -> Dims:
    if not isinstance(sides, tuple):
        sides = (sides, sides)
    if isinstance(dims, tuple):
        if len(dims) == 4:
            return (dims[0], *sides, dims[3])
        return (*sides, dims[2]) if len(dims) == 3 and single else UNSEEN
    if single or isinstance(dims, Unseen):
        return UNSEEN
    return (None, *sides, None)


@takes("image target_height target_width")
def _crop_or_pad(m: Machine, g: Given) -> Value:
    image = g("image", "images")
    sides = (whole(g.number("target_height")), whole(g.number("target_width")))
    dims = _resized(shape_of(m, image), sides, True)
    return operation(m, "Slice", tensor_inputs(m, image), dims, dtype_of(m, image))


@takes("image offset_height offset_width target_height target_width")
def _bounding_box(m: Machine, g: Given) -> Value:
    image = g("image")
    sides = (whole(g.number("target_height")), whole(g.number("target_width")))
    dims = _resized(shape_of(m, image), sides, True)
    return operation(m, "Slice", tensor_inputs(m, image), dims, dtype_of(m, image))


def _decode(rank_known: bool) -> Model:
    @takes("contents channels")
    def model(m: Machine, g: Given) -> Value:
        channels = whole(g.number("channels", default=0))
        last = None if channels == 0 else channels
        dims: Dims = (None, None, last) if rank_known else None
        dtype = dtype_given(m, g("dtype"), "uint8")
        return operation(m, "DecodeImage", tensor_inputs(m, g("contents")), dims, dtype, g.name())

    return model


@takes("input_bytes out_type")
def _decode_raw(m: Machine, g: Given) -> Value:
    value = g("input_bytes", "bytes")
    dims = shape_of(m, value)
    dims = (*dims, None) if isinstance(dims, tuple) else dims
    dtype = dtype_given(m, g("out_type"), None)
    return operation(m, "DecodeRaw", tensor_inputs(m, value), dims, dtype, g.name())


def _gray(channels: int) -> Model:
    @takes("images name")
    def model(m: Machine, g: Given) -> Value:
        images = g("images")
        dims = shape_of(m, images)
        dims = (*dims[:-1], channels) if isinstance(dims, tuple) and dims else UNSEEN
        return operation(m, "RgbToGray", tensor_inputs(m, images), dims, dtype_of(m, images))

    return model


@takes("image dtype saturate name")
def _convert_image(m: Machine, g: Given) -> Value:
    from scopecheck.models.ops_math import value_is

    image, dtype = g("image"), dtype_given(m, g("dtype"), None)
    if value_is(m, image, dtype):
        return image
    return operation(m, "Cast", tensor_inputs(m, image), shape_of(m, image), dtype)


# -- losses -----------------------------------------------------------------------------


def _loss(names: str) -> Model:
    @takes(names)
    def model(m: Machine, g: Given) -> Value:
        first, *others = names.split()
        values = [g(name) for name in (first, *others[:2])]
        inputs = tensor_inputs(m, *values)
        reduction = g("reduction")
        dims: Dims = () if reduction is None or reduction == "weighted_sum" else UNSEEN
        if isinstance(reduction, str) and reduction.startswith(("weighted", "weighted_sum")):
            dims = ()
        tensors = [value for value in values if isinstance(value, Tensor)]
        dtype = "float32" if any(one.dtype == "float32" for one in tensors) else None
        made = operation(m, "Loss", inputs, dims, dtype, g("scope"))
        _add_loss(m, made, g("loss_collection", default="losses"))
        return made

    return model


def _add_loss(m: Machine, loss: Tensor, collection: Value) -> None:
    from scopecheck.models.variables import add_to_collections

    if isinstance(collection, str):
        add_to_collections(m, (collection,), loss)


# -- gradients and control --------------------------------------------------------------


@takes("ys xs grad_ys name")
def _gradients(m: Machine, g: Given) -> Value:
    ys, xs = g("ys"), g("xs")
    items = items_of(m, xs) if isinstance(xs, (tuple, ListRef)) else (xs,)
    inputs = tensor_inputs(m, ys)
    if items is None:
        return m.new_list((), True)
    made = [
        operation(m, "Gradient", (*inputs, *tensor_inputs(m, x)), shape_of(m, x), dtype_of(m, x))
        for x in items
    ]
    return m.new_list(made)


@takes("ys xs")
def _hessians(m: Machine, g: Given) -> Value:
    return m.new_list((), True)


@takes("t_list clip_norm use_norm name")
def _clip_by_global_norm(m: Machine, g: Given) -> Value:
    values = g("t_list")
    held = iterate(m, values)
    norm = operation(m, "GlobalNorm", tensor_inputs(m, values), (), "float32", g.name("global_norm"))
    if held is None:
        return (m.new_list((), True), norm)
    clipped = [item if item is None else _clipped(m, item) for item in held.items]
    return (m.new_list(clipped, held.open), norm)


def _clipped(m: Machine, value: Value) -> Value:
    if isinstance(value, Unknown):
        return value
    return operation(m, "ClipByNorm", tensor_inputs(m, value), shape_of(m, value), dtype_of(m, value))


@takes("t_list name")
def _global_norm(m: Machine, g: Given) -> Value:
    return operation(m, "GlobalNorm", tensor_inputs(m, g("t_list")), (), "float32", g.name())


def _no_output(op: str) -> Model:
    def model(m: Machine, a: Arguments) -> Value:
        made = operation(m, op, tensor_inputs(m, *a.every()), UNSEEN, None, a.kwargs.get("name"))
        from scopecheck.models.tensor_members import Operation

        return Operation(made)

    return model


@takes("tensors name control_inputs")
def _tuple(m: Machine, g: Given) -> Value:
    held = iterate(m, g("tensors"))
    return m.new_list(held.items, held.open) if held else m.new_list((), True)


@takes("func inp Tout stateful name")
def _py_func(m: Machine, g: Given) -> Value:
    out = g("Tout")
    inputs = tensor_inputs(m, g("inp"))
    if isinstance(out, (tuple, ListRef)):
        kinds = items_of(m, out)
        if kinds is None:
            return m.new_list((), True)
        return m.new_list(
            [operation(m, "PyFunc", inputs, None, dtype_given(m, kind, None)) for kind in kinds]
        )
    known = isinstance(out, (DType, str))
    return operation(m, "PyFunc", inputs, None if known else UNSEEN, dtype_given(m, out, None))


def _summary(m: Machine, a: Arguments) -> Value:
    """A summary is a string tensor that nothing is computed from."""
    return operation(m, "Summary", tensor_inputs(m, *a.every()), (), "string")


def _nothing(m: Machine, a: Arguments) -> Value:
    return None


def _as_dtype(m: Machine, a: Arguments) -> Value:
    name = dtype_given(m, a.args[0] if a.args else None, None)
    return m.unknown("dtype", not_none=True) if name is None else DType(name)


LOSSES = {
    "absolute_difference": "labels predictions weights scope loss_collection reduction",
    "cosine_distance": "labels predictions axis weights scope loss_collection reduction dim",
    "hinge_loss": "labels logits weights scope loss_collection reduction",
    "huber_loss": "labels predictions weights delta scope loss_collection reduction",
    "log_loss": "labels predictions weights epsilon scope loss_collection reduction",
    "mean_squared_error": "labels predictions weights scope loss_collection reduction",
    "mean_pairwise_squared_error": "labels predictions weights scope loss_collection",
    "sigmoid_cross_entropy": (
        "multi_class_labels logits weights label_smoothing scope loss_collection reduction"
    ),
    "softmax_cross_entropy": (
        "onehot_labels logits weights label_smoothing scope loss_collection reduction"
    ),
    "sparse_softmax_cross_entropy": "labels logits weights scope loss_collection reduction",
}
SAME_IMAGES = (
    "random_flip_left_right random_flip_up_down flip_left_right flip_up_down random_brightness "
    "random_contrast random_hue random_saturation adjust_brightness adjust_contrast adjust_hue "
    "adjust_saturation adjust_gamma per_image_standardization rgb_to_hsv hsv_to_rgb"
)
ASSERTIONS = (
    "equal less less_equal greater greater_equal positive negative non_negative rank "
    "rank_at_least type integer none_equal near"
)
MODELS: dict[str, Model] = {
    "tf.image.resize_images": _resize("ResizeBilinear"),
    "tf.image.resize": _resize("ResizeBilinear"),
    "tf.image.resize_bilinear": _resize("ResizeBilinear", "float32"),
    "tf.image.resize_bicubic": _resize("ResizeBicubic", "float32"),
    "tf.image.resize_area": _resize("ResizeArea", "float32"),
    "tf.image.resize_nearest_neighbor": _resize("ResizeNearestNeighbor", "same"),
    "tf.image.resize_image_with_crop_or_pad": _crop_or_pad,
    "tf.image.resize_with_crop_or_pad": _crop_or_pad,
    "tf.image.crop_to_bounding_box": _bounding_box,
    "tf.image.pad_to_bounding_box": _bounding_box,
    "tf.image.decode_jpeg": _decode(True),
    "tf.image.decode_png": _decode(True),
    "tf.image.decode_image": _decode(False),
    "tf.decode_raw": _decode_raw,
    "tf.io.decode_raw": _decode_raw,
    "tf.image.rgb_to_grayscale": _gray(1),
    "tf.image.grayscale_to_rgb": _gray(3),
    "tf.image.convert_image_dtype": _convert_image,
    "tf.gradients": _gradients,
    "tf.hessians": _hessians,
    "tf.clip_by_global_norm": _clip_by_global_norm,
    "tf.global_norm": _global_norm,
    "tf.linalg.global_norm": _global_norm,
    "tf.group": _no_output("NoOp"),
    "tf.no_op": _no_output("NoOp"),
    "tf.Assert": _no_output("Assert"),
    "tf.print": _no_output("PrintV2"),
    "tf.tuple": _tuple,
    "tf.py_func": _py_func,
    "tf.py_function": _py_func,
    "tf.numpy_function": _py_func,
    "tf.as_dtype": _as_dtype,
    "tf.set_random_seed": _nothing,
    "tf.random.set_random_seed": _nothing,
    "tf.random.set_seed": _nothing,
}
for _name in SAME_IMAGES.split():
    MODELS[f"tf.image.{_name}"] = same("Image", "image", "image", "images", "contrast_factor")
for _name, _names in LOSSES.items():
    MODELS[f"tf.losses.{_name}"] = _loss(_names)
for _name in "scalar histogram image audio text merge merge_all tensor_summary".split():
    MODELS[f"tf.summary.{_name}"] = _summary
for _name in ("scalar", "histogram", "image", "audio"):
    MODELS[f"tf.{_name}_summary"] = _summary
for _name in ("merge_summary", "merge_all_summaries"):
    MODELS[f"tf.{_name}"] = _summary
for _name in ASSERTIONS.split():
    MODELS[f"tf.assert_{_name}"] = MODELS[f"tf.debugging.assert_{_name}"] = _no_output("Assert")

__all__ = ["MODELS", "Builtin", "DictRef", "generic_op", "shapes"]
