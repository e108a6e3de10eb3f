"""What a rule says about itself; ``scopecheck rule CODE`` prints it, the tests run it."""

from __future__ import annotations

from dataclasses import dataclass

from scopecheck.rules.finding import Severity


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule's documentation.

    summary: one line. why: what TensorFlow does and why a program gets there.
    tensorflow_message: the words TensorFlow raises with, None where it doesn't raise.
    wrong and right: whole programs; the first gives this rule's finding, the second none.
    cannot_see: what the rule does not find. notebook: wrong and right are notebooks, whose
    cells begin with a line ``# %%``. at_end: it speaks of what has not happened by the end.
    """

    code: str
    name: str
    severity: Severity
    summary: str
    why: str
    tensorflow_message: str | None
    wrong: str
    right: str
    cannot_see: str
    notebook: bool = False
    at_end: bool = False
