"""All models of operations on tensors, by their names."""

from __future__ import annotations

from scopecheck.models import (
    ops_array,
    ops_image,
    ops_math,
    ops_matrices,
    ops_nn,
    ops_other,
    ops_products,
    ops_select,
    ops_sources,
    ops_windows,
)
from scopecheck.models.ops_other import generic_op
from scopecheck.models.registry import Model

MODELS: dict[str, Model] = {
    **ops_sources.MODELS,
    **ops_math.MODELS,
    **ops_products.MODELS,
    **ops_array.MODELS,
    **ops_matrices.MODELS,
    **ops_select.MODELS,
    **ops_nn.MODELS,
    **ops_windows.MODELS,
    **ops_image.MODELS,
    **ops_other.MODELS,
}

__all__ = ["MODELS", "generic_op"]
