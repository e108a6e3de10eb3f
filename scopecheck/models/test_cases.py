"""What tests inherit from ``tf.test.TestCase`` and its like.

Source: tensorflow/python/framework/test_util.py, ``TensorFlowTestCase``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scopecheck.models.registry import Model
from scopecheck.symbolic.stdlib.contexts import Suppressing
from scopecheck.symbolic.values import BuiltinType, Extern, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.calls import Arguments
    from scopecheck.symbolic.machine import Machine

_SESSIONS = ("cached_session", "session", "test_session")
_SWALLOWING = ("assertRaises", "assertWarns")


def inherited(m: Machine, name: str) -> Value:
    """A call of an inherited method: sessions are on the default graph, the rest is data."""
    if name in _SESSIONS:
        return m.call(Extern("tf.Session"))
    if name.startswith(_SWALLOWING):
        return _swallowing()
    return m.unknown(f"{name}(…)", tame=True)


def _swallowing() -> Value:
    return Suppressing((BuiltinType(BaseException),))


def _expected(m: Machine, a: Arguments) -> Value:
    return _swallowing()


MODELS: dict[str, Model] = {"pytest.raises": _expected, "pytest.warns": _expected}
