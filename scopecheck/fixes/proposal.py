"""An edit that may take a finding away."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Proposal:
    """title: what is done, as an order. safe: it changes nothing but what the finding is about.
    texts: the new text of each file that changes.
    """

    title: str
    safe: bool
    texts: Mapping[str, str]
