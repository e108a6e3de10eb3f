"""Operations on matrices in the last two dimensions of a tensor, and on diagonals."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from scopecheck.models import shapes
from scopecheck.models.ops.arguments import (
    Given,
    composed,
    dtype_of,
    shape_of,
    takes,
    tensor_inputs,
)
from scopecheck.models.registry import Model
from scopecheck.models.tensors import UNSEEN, Dim, Dims, operation
from scopecheck.symbolic.values import Value

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine


@takes("input name")
def _diag_part(m: Machine, g: Given) -> Value:
    value = g("input", "diagonal")
    dims = shape_of(m, value)
    half = len(dims) // 2 if isinstance(dims, tuple) and len(dims) % 2 == 0 else 0
    rest = shapes.merge(dims[:half], dims[half:]) if half and isinstance(dims, tuple) else UNSEEN
    return operation(m, "DiagPart", tensor_inputs(m, value), rest, dtype_of(m, value), g.name())


def _matrices(op: str, change: Callable[[tuple[Dim, ...]], Dims], name: str = "") -> Model:
    """An operation on the last two dimensions, or of the last one to two."""

    @takes("input name")
    def model(m: Machine, g: Given) -> Value:
        value = g("input", "diagonal", "tensor", "a", "matrix")
        dims = shape_of(m, value)
        found = change(dims) if isinstance(dims, tuple) and dims else UNSEEN
        return operation(
            m, op, tensor_inputs(m, value), found, dtype_of(m, value), g.name(name or op)
        )

    return model


def _diagonal(dims: tuple[Dim, ...]) -> Dims:
    sides = [side for side in dims[-2:] if isinstance(side, int)]
    unknown = UNSEEN if UNSEEN in dims[-2:] else None
    return (*dims[:-2], min(sides) if len(sides) == 2 else unknown)


@takes("a name conjugate")
def _turned_matrices(m: Machine, g: Given) -> Value:
    value = g("a")
    dims = shape_of(m, value)
    turned = (
        (*dims[:-2], dims[-1], dims[-2]) if isinstance(dims, tuple) and len(dims) > 1 else UNSEEN
    )
    made = operation(m, "Transpose", tensor_inputs(m, value), turned, dtype_of(m, value), g.name())
    return composed(made)


LINALG = {"inverse": "inv", "determinant": "det"}
MATRICES: dict[str, Model] = {
    "diag": _matrices("MatrixDiag", lambda dims: (*dims, dims[-1]), "diag"),
    "diag_part": _matrices("MatrixDiagPart", _diagonal, "diag_part"),
    "band_part": _matrices("MatrixBandPart", lambda dims: dims),
    "set_diag": _matrices("MatrixSetDiag", lambda dims: dims, "set_diag"),
    "inverse": _matrices("MatrixInverse", lambda dims: dims),
    "determinant": _matrices("MatrixDeterminant", lambda dims: dims[:-2]),
}


@takes("diagonal name")
def _diag(m: Machine, g: Given) -> Value:
    value = g("diagonal")
    dims = shape_of(m, value)
    twice: Dims = (*dims, *dims) if isinstance(dims, tuple) else dims
    return operation(m, "Diag", tensor_inputs(m, value), twice, dtype_of(m, value), g.name())


MODELS: dict[str, Model] = {
    "tf.diag_part": _diag_part,
    "tf.diag": _diag,
    "tf.linalg.tensor_diag": _diag,
    "tf.linalg.tensor_diag_part": _diag_part,
    "tf.cholesky": _matrices("Cholesky", lambda dims: dims),
    "tf.linalg.cholesky": _matrices("Cholesky", lambda dims: dims),
    "tf.trace": _matrices("Trace", lambda dims: dims[:-2]),
    "tf.linalg.trace": _matrices("Trace", lambda dims: dims[:-2]),
    **{f"tf.matrix_{name}": model for name, model in MATRICES.items()},
    **{f"tf.linalg.{LINALG.get(name, name)}": model for name, model in MATRICES.items()},
    "tf.matrix_transpose": _turned_matrices,
    "tf.linalg.transpose": _turned_matrices,
    "tf.linalg.matrix_transpose": _turned_matrices,
}
