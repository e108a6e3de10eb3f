"""All models of operations on tensors, by their names."""

from __future__ import annotations

from scopecheck.models.ops import array as ops_array
from scopecheck.models.ops import image as ops_image
from scopecheck.models.ops import math as ops_math
from scopecheck.models.ops import matrices as ops_matrices
from scopecheck.models.ops import nn as ops_nn
from scopecheck.models.ops import other as ops_other
from scopecheck.models.ops import products as ops_products
from scopecheck.models.ops import select as ops_select
from scopecheck.models.ops import sources as ops_sources
from scopecheck.models.ops import windows as ops_windows
from scopecheck.models.ops.other import generic_op
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
