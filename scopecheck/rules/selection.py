"""Which rules are asked for: codes and prefixes, for all files or for some."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from scopecheck.rules.catalogue import all_rules, known_codes
from scopecheck.rules.finding import Finding


@dataclass(frozen=True, slots=True)
class Selection:
    """Codes or prefixes of codes to report (none: all), and not to report.

    A longer prefix beats a shorter one: ``select SCO101, ignore SCO1`` reports SCO101. Of two
    alike, ``ignore`` wins.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()

    def takes(self, code: str) -> bool:
        """Is a finding with this code to be reported?"""
        wanted = _longest(self.select, code) if self.select else 0
        return wanted > _longest(self.ignore, code)

    def filter(self, findings: Iterable[Finding]) -> list[Finding]:
        """The findings to be reported."""
        return [finding for finding in findings if self.takes(finding.code)]


def _longest(prefixes: Sequence[str], code: str) -> int:
    """The length of the longest prefix that fits, -1 for none; ``ALL`` counts as no letters."""
    fitting = [0 if prefix == "ALL" else len(prefix) for prefix in prefixes if covers(prefix, code)]
    return max(fitting, default=-1)


def covers(prefix: str, code: str) -> bool:
    """Does a code, a prefix of one, or ``ALL`` stand for this code?"""
    return prefix == "ALL" or code.startswith(prefix)


def unknown(prefixes: Iterable[str]) -> list[str]:
    """Those that stand for no rule at all."""
    codes = known_codes()
    return [prefix for prefix in prefixes if not any(covers(prefix, code) for code in codes)]


def code_of(word: str) -> str:
    """A rule's code from its code or its name, in any case: ``reuse-collision`` is SCO101."""
    for code, entry in all_rules().items():
        if word.lower() == entry.rule.name:
            return code
    return word.upper()
