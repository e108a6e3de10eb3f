"""A finding: one cause, told once."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from scopecheck.trace import Site, TensorFlowError


class Severity(enum.Enum):
    """``error``: TensorFlow raises here. ``warning``: it runs and does something else.

    ``note`` is for what the analysis could not decide: no finding, and never counted as one.
    """

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Label:
    """A secondary span and what it shows, such as ``first created here``."""

    site: Site
    text: str


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule says about one place in one trace.

    site: the primary span. path: the calls that lead there, outermost first, without the
    site itself. variable: full name, None where none is concerned. when: the condition
    under which it happens, None for always. help: the one line to change. fingerprint: what
    stays the same while lines move; filled in for a whole run, empty before. tensorflow: the
    version that is followed, where the program shows that it is for one before 1.0.
    """

    code: str
    name: str
    severity: Severity
    message: str
    site: Site
    path: tuple[Label, ...] = ()
    variable: str | None = None
    variables: tuple[str, ...] = ()
    related: tuple[Label, ...] = ()
    error: TensorFlowError | None = None
    when: str | None = None
    help: str | None = None
    fingerprint: str = ""
    tensorflow: str = ""
