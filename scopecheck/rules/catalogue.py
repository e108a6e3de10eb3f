"""Finds the rules: every module of this package whose name starts with a code is one."""

from __future__ import annotations

import functools
import importlib
import pkgutil
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

import scopecheck.rules
from scopecheck.rules.finding import Finding
from scopecheck.rules.rule import Rule
from scopecheck.trace import Trace

Check = Callable[[Trace], Iterator[Finding]]

_MODULE = re.compile(r"sco\d{3}_\w+")


@dataclass(frozen=True, slots=True)
class Entry:
    """A rule and its function; ``check`` is None where no trace is needed (unreadable files)."""

    rule: Rule
    check: Check | None


@functools.cache
def all_rules() -> Mapping[str, Entry]:
    """Every rule by its code, in the order of the codes."""
    names = sorted(
        module.name
        for module in pkgutil.iter_modules(scopecheck.rules.__path__)
        if _MODULE.fullmatch(module.name)
    )
    entries = [_load(name) for name in names]
    return MappingProxyType({entry.rule.code: entry for entry in entries})


def known_codes() -> frozenset[str]:
    """The codes of all rules."""
    return frozenset(all_rules())


def _load(name: str) -> Entry:
    module = importlib.import_module(f"scopecheck.rules.{name}")
    rule = module.RULE
    if not isinstance(rule, Rule):
        raise TypeError(f"{module.__name__}.RULE is no Rule")
    return Entry(rule, getattr(module, "check", None))
