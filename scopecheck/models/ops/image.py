"""Operations on images."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scopecheck.models.constants import whole_value
from scopecheck.models.ops.arguments import (
    Given,
    composed,
    dtype_given,
    dtype_of,
    shape_of,
    sized_inputs,
    takes,
    tensor_inputs,
)
from scopecheck.models.ops.array import whole
from scopecheck.models.ops.math import same, value_is
from scopecheck.models.ops.operands import tells
from scopecheck.models.refusal import refuse_argument
from scopecheck.models.registry import Model
from scopecheck.models.tensors import UNSEEN, Dims, Unseen, operation
from scopecheck.symbolic.values import Value

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine


def _resize(op: str, default: str | None = None) -> Model:
    @takes("images size method align_corners preserve_aspect_ratio name")
    def model(m: Machine, g: Given) -> Value:
        images, size = g("images", "image"), g("size")
        if default is None:
            _check_resized(m, shape_of(m, images), size)
        sides = whole_value(m, size)
        dims = _resized(shape_of(m, images), sides, default is None)
        if default is None and g.flag("preserve_aspect_ratio") is not False:
            dims = UNSEEN
        dtype = default
        if default is None:
            held = dtype_of(m, images)
            near = g("method", default=0)
            dtype = "float32" if near in (0, 2, 3) and isinstance(near, int) else None
            dtype = held if near == 1 or held == "float32" else dtype
        inputs = sized_inputs(m, images, size)
        known = dtype_of(m, images) if dtype == "same" else dtype
        if default is not None:
            return operation(m, op, inputs, dims, known, g.name(op))
        return composed(operation(m, op, inputs, dims, known, g.name("resize")))

    return model


def _check_resized(m: Machine, dims: Dims, size: Value) -> None:
    """``resize_images`` takes one image or several, and a size of two numbers."""
    shape = shape_of(m, size)
    message = None
    if dims is None:
        message = "'images' contains no shape."
    elif isinstance(dims, tuple) and len(dims) not in (3, 4):
        message = "'images' must have either 3 or 4 dimensions."
    elif isinstance(shape, tuple) and (len(shape) != 1 or shape[0] not in (2, None, UNSEEN)):
        message = "'size' must be a 1-D …"
    if message is not None and tells(m) and not m.world.before_one:
        raise refuse_argument(m, "resize_images", "ValueError", message)


def _resized(dims: Dims, sides: Dims, single: bool) -> Dims:
    if not isinstance(sides, tuple) or len(sides) != 2:
        sides = (sides, sides) if sides is None else (UNSEEN, UNSEEN)
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
    image, dtype = g("image"), dtype_given(m, g("dtype"), None)
    inputs = tensor_inputs(m, image)
    if value_is(m, image, dtype):
        return operation(m, "Identity", inputs, shape_of(m, image), dtype, g.name())
    return composed(
        operation(m, "Cast", inputs, shape_of(m, image), dtype, g.name("convert_image"))
    )


def _projected(names: str) -> Model:
    """Images that are turned, moved or projected: a transform for all of them, or one for each."""

    @takes(f"{names} name")
    def model(m: Machine, g: Given) -> Value:
        images = g("images")
        dims, size = shape_of(m, images), g("output_shape")
        if dims is None:
            raise m.fail("TypeError", "image_or_images rank must be statically known")
        if isinstance(dims, tuple) and not 2 <= len(dims) <= 4:
            raise m.fail("TypeError", "Images should have rank between 2 and 4.")
        dims = _projected_to(dims, None if size is None else whole_value(m, size), size is None)
        inputs = sized_inputs(m, images, g(names.split()[1]), size)
        op = "ImageProjectiveTransformV2"
        return composed(operation(m, op, inputs, dims, dtype_of(m, images), g.name("transform")))

    return model


def _projected_to(dims: Dims, sides: Dims, same: bool) -> Dims:
    """Where one of the two sides is not known, TensorFlow knows neither."""
    if not isinstance(dims, tuple):
        return UNSEEN
    at = 0 if len(dims) == 2 else len(dims) - 3
    sides = dims[at : at + 2] if same else sides
    if sides is None or (isinstance(sides, tuple) and None in sides):
        sides = (None, None)
    if not isinstance(sides, tuple) or len(sides) != 2:
        sides = (UNSEEN, UNSEEN)
    return (*dims[:at], *sides, *dims[at + 2 :])


SAME_IMAGES = (
    "random_flip_left_right random_flip_up_down flip_left_right flip_up_down random_brightness "
    "adjust_brightness adjust_gamma per_image_standardization rgb_to_hsv hsv_to_rgb"
)
ADJUSTED = {"contrast": "AdjustContrastv2", "hue": "AdjustHue", "saturation": "AdjustSaturation"}
CONSTANTS: dict[str, Value] = {
    "tf.image.ResizeMethod.BILINEAR": 0,
    "tf.image.ResizeMethod.NEAREST_NEIGHBOR": 1,
    "tf.image.ResizeMethod.BICUBIC": 2,
    "tf.image.ResizeMethod.AREA": 3,
}
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
    **{
        f"tf.image.{name}": same("Image", "image", "image", "images", default=None)
        for name in SAME_IMAGES.split(" ")
    },
    "tf.contrib.image.rotate": _projected("images angles interpolation"),
    "tf.contrib.image.translate": _projected("images translations interpolation"),
    "tf.contrib.image.transform": _projected("images transforms interpolation output_shape"),
    **{
        f"tf.image.{how}_{name}": same(op, "image", "image", "images", default=None)
        for name, op in ADJUSTED.items()
        for how in ("adjust", "random")
    },
}
