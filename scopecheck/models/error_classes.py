"""``tf.errors``: the classes of errors, which programs raise and catch themselves.

Source: tensorflow/python/framework/errors_impl.py.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scopecheck.models.registry import Model, Signature
from scopecheck.symbolic.values import Error, Extern, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.calls import Arguments
    from scopecheck.symbolic.machine import Machine

_CLASSES = (
    "Aborted AlreadyExists Cancelled DataLoss DeadlineExceeded FailedPrecondition Internal "
    "InvalidArgument NotFound OutOfRange PermissionDenied ResourceExhausted Unauthenticated "
    "Unavailable Unimplemented Unknown"
).split()


def _constructor(name: str) -> Model:
    signature = Signature("node_def, op, message" + (", error_code=2" if name == "Unknown" else ""))

    def make(m: Machine, a: Arguments) -> Value:
        given = signature.bind(m, "__init__", a)
        return Error(Extern(f"tf.errors.{name}Error"), (given["message"],))

    return make


MODELS: dict[str, Model] = {f"tf.errors.{name}Error": _constructor(name) for name in _CLASSES}
