"""Under which decisions something happens, and whether it may be told at all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

Decisions = Mapping[Any, Any]


def literals(decisions: Decisions) -> dict[Any, bool]:
    """The yes-or-no decisions of a path."""
    return {key: answer for key, answer in decisions.items() if key[0] != "value"}


def needed_literals(
    path: Decisions, escapes: Iterable[Decisions], free: Mapping[Any, tuple[str, bool]]
) -> dict[Any, bool]:
    """The decisions of a path that it takes for the event to happen.

    escapes: the decisions of the paths that end without it. A decision is dropped if no
    such path took the other side while agreeing with the rest; opaque ones are tried first.
    """
    kept = _as_asked(literals(path), free)
    others = [literals(one) for one in escapes]
    order = sorted(kept, key=lambda key: free.get(key, ("", False))[1])
    for key in order:
        rest = {k: v for k, v in kept.items() if k != key}
        answer = kept[key]
        escaping = any(
            other.get(key, not answer) != answer
            and all(other.get(k, v) == v for k, v in rest.items())
            for other in others
        )
        if not escaping:
            kept = rest
    return kept


def _as_asked(kept: Mapping[Any, bool], texts: Mapping[Any, tuple[str, bool]]) -> dict[Any, bool]:
    """Decisions in the order in which the program comes to them; a path keeps them in none."""
    if len(kept) < 2:
        return dict(kept)
    asked = {key: kept[key] for key in texts if key in kept}
    return asked | {key: answer for key, answer in kept.items() if key not in asked}


def in_words(kept: Mapping[Any, bool], texts: Mapping[Any, tuple[str, bool]]) -> tuple[str, ...]:
    """Decisions as a person reads them."""
    words = []
    for key, answer in _as_asked(kept, texts).items():
        text = texts.get(key, ("an unknown test", False))[0]
        if text == SOON:
            continue
        words.append(text if answer else f"not {text}" if " " not in text else f"not ({text})")
    if len(words) > MOST:
        words[MOST - 1 :] = [f"{len(words) - MOST + 1} more conditions"]
    return tuple(words)


SOON = "should_stop()"
"""What a loop asks before it goes on: no run is without both answers, so that none is told."""

MOST = 4
"""How many decisions are told; nobody reads more."""


def rests_on_opaque(kept: Mapping[Any, bool], texts: Mapping[Any, tuple[str, bool]]) -> bool:
    """Whether a decision that nobody is free to take remains."""
    return any(not texts.get(key, ("", False))[1] for key in kept)
