"""What a finding says beside its message, for every format that has room for it."""

from __future__ import annotations

from collections.abc import Iterator

from scopecheck.rules.finding import Finding
from scopecheck.trace import Site


def details(finding: Finding) -> Iterator[tuple[str, str]]:
    """TensorFlow's words, the condition and the line to change, each with its name."""
    if finding.error is not None:
        name = f"tensorflow {finding.tensorflow}".rstrip()
        yield name, f"{finding.error.type}: {_said(finding.error.message)}"
    if finding.when is not None:
        yield "when", finding.when
    if finding.help is not None:
        yield "help", finding.help


def paragraph(finding: Finding) -> str:
    """The message and the details, a line each."""
    return "\n".join([finding.message, *(f"{name}: {text}" for name, text in details(finding))])


def place(site: Site) -> str:
    """Where a site is within its file: ``12:9``, ``cell 3:7``."""
    return site.where().removeprefix(f"{site.file}:")


def _said(message: str) -> str:
    """The first line of TensorFlow's message, without the head of the traceback after it."""
    return message.split("\n", 1)[0].removesuffix("Originally defined at:").rstrip()
