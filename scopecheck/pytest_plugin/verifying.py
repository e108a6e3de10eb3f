"""The marker ``scopecheck_verify``: a test that a target's real graph has to pass too."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from scopecheck.config import load
from scopecheck.report.style import plain
from scopecheck.runtime.errors import TargetFailed
from scopecheck.runtime.host import Setting
from scopecheck.runtime.judging import judged
from scopecheck.runtime.places import Places
from scopecheck.runtime.target import parse_target
from scopecheck.runtime.told import verified_as
from scopecheck.runtime.verify import verify


def report(
    folder: Path, target: str, arguments: Mapping[str, Any] | None = None, **setting: Any
) -> str | None:
    """What verify finds in a target, in full; None if there is nothing.

    target: as the command line has it; its file is looked for in ``folder``, the test's own.
    setting: python, shim, device, seed.
    """
    path, double, name = target.partition("::")
    local = folder / path
    text = f"{os.path.relpath(local)}{double}{name}" if local.exists() else target
    try:
        known = parse_target(text, [(key, str(value)) for key, value in (arguments or {}).items()])
        verified = verify(known, Setting(**setting), Places())
        result, lines = judged(known, verified.findings, load(known.file or folder))
    except TargetFailed as failed:
        return "\n".join([f"{target}: {failed.message}", *(f"    {one}" for one in failed.tail)])
    if not result.findings:
        return None
    return "\n".join(plain(line) for line in verified_as("full", verified, result, lines))
