"""The real graph decides: programs run in their own TensorFlow, watched by the probe."""

from __future__ import annotations

from scopecheck.runtime.sharing import Sharing, verify_shared

__all__ = ["Sharing", "verify_shared"]
