"""numpy arrays."""
from __future__ import annotations
from scopecheck.models.tensors import Dims
from scopecheck.symbolic.values import Foreign
class Array(Foreign):
    """An array."""
    def __init__(self, dims: Dims, dtype: str | None, held: object=None) -> None:
        self.dims=dims; self.dtype=dtype; self.held=held
