"""The findings of a run, after suppression comments and the configuration."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from scopecheck.config import Config
from scopecheck.report.result import Lines, Result
from scopecheck.rules import Finding
from scopecheck.runtime.target import Target
from scopecheck.verdict import judge
from scopecheck.workspace import Workspace

_ONLY_STATIC = ("SCO901", "SCO902", "SCO903")


def judged(target: Target, findings: Iterable[Finding], config: Config) -> tuple[Result, Lines]:
    """What is reported of the findings in a target's trace, and the source lines for it."""
    workspace = Workspace(config)
    found = tuple(findings)
    files = {finding.site.file for finding in found}
    if target.file is not None:
        files.add(str(target.file))
    workspace.find(sorted(file for file in files if Path(file).is_file()))
    workspace.read()
    result = judge(workspace, found)
    kept = tuple(one for one in result.findings if one.code not in _ONLY_STATIC)
    return replace(result, findings=kept, files=1), workspace.lines
