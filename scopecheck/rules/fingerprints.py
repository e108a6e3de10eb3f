"""Fingerprints: what stays the same about a finding while lines move."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace

from scopecheck.rules.finding import Finding


def stamp(findings: Iterable[Finding], name: Callable[[str], str] = str) -> list[Finding]:
    """The findings with their fingerprints; twins are told apart by their order.

    name: what a file is called wherever the project is checked from.
    """
    seen: Counter[str] = Counter()
    stamped = []
    for finding in findings:
        own = identity(finding, name(finding.site.file))
        seen[own] += 1
        digest = hashlib.sha256(f"{own}\0{seen[own]}".encode(errors="backslashreplace")).hexdigest()
        stamped.append(replace(finding, fingerprint=digest[:32]))
    return stamped


def identity(finding: Finding, file: str) -> str:
    """Rule, variable, file and the functions on the way, without a line number."""
    functions = [label.site.function for label in finding.path] + [finding.site.function]
    return "\0".join([finding.code, finding.variable or "", file, *functions])
