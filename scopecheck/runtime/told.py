"""verify's report in each format."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from scopecheck.report import render
from scopecheck.report.result import Lines, Result
from scopecheck.report.style import Line, line, plain
from scopecheck.runtime.sharing import Sharing
from scopecheck.runtime.show import verified_lines
from scopecheck.runtime.verify import Verified

VERSION = 1


def verified_as(name: str, verified: Verified, result: Result, lines: Lines) -> Iterator[Line]:
    """The report in the format of this name."""
    if name == "json":
        yield line(json.dumps(as_json(verified, result, lines), ensure_ascii=False))
        return
    if name == "full":
        yield from verified_lines(verified)
    yield from render(name, result, lines)


def as_json(verified: Verified, result: Result, lines: Lines) -> dict[str, Any]:
    """Networks, losses and findings; the findings as `scopecheck check` gives them."""
    found = json.loads("".join(plain(one) for one in render("json", result, lines)))
    return {
        "version": VERSION,
        "target": verified.target,
        "tensorflow": verified.ended.tensorflow,
        "ended": verified.ended.how,
        "error": verified.ended.message or None,
        "networks": [_network(sharing) for sharing in verified.sharings],
        "losses": [
            {
                "at": loss.site,
                "optimizer": loss.optimizer,
                "trained": loss.trained,
                "reached": loss.reached,
                "left_out": loss.left_out,
            }
            for loss in verified.losses
        ],
        "findings": found["findings"],
        "summary": found["summary"],
    }


def _network(sharing: Sharing) -> dict[str, Any]:
    return {
        "name": sharing.name,
        "calls": [
            {"at": path, "held": held}
            for path, held in zip(sharing.paths, sharing.held, strict=True)
        ],
        "shared": sharing.shared,
        "different": sharing.different,
        "complete": sharing.complete,
        "compared": sharing.compared or None,
        "notes": sharing.notes,
    }
