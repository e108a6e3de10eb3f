"""What the static checker predicts for a conformance program, in the form of a truth record."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from scopecheck.models import check
from scopecheck.source import read_file
from scopecheck.trace import Trace, dump_shape

PROGRAMS = Path(__file__).parent / "programs"
FOLLOWED_AS = {"1.1": "1.15", "1.12": "1.15"}
"""Versions that are not told apart from a later one."""


def script_trace(path: Path, version: str) -> Trace:
    """The trace of the program's script entry."""
    version = FOLLOWED_AS.get(version, version)
    return next(iter(check.run([path], root=path.parent, loader=read_file, tensorflow=version)))


def predict(path: Path, version: str) -> dict[str, Any]:
    """Outcome and variables as predicted; ``paths`` counts the ways the script can end."""
    return of_trace(script_trace(path, version), path.name)


def of_trace(trace: Trace, program: str) -> dict[str, Any]:
    """The same of a trace that is at hand; lines are those of the program's own file."""
    ending = trace.endings[0] if trace.endings else None
    if ending is None:
        return {"paths": 0, "raised": None, "variables": []}
    raised = None
    if ending.error is not None:
        own = [site for site in ending.error_path if Path(site.file).name == program]
        site = own[-1] if own else None
        raised = {
            "type": ending.error.type,
            "message": ending.error.message,
            "span": (site.line, site.end_line) if site else None,
        }
    variables = [
        {
            "name": held.variable.name,
            "shape": dump_shape(held.variable.shape),
            "dtype": held.variable.dtype,
            "trainable": held.variable.trainable,
        }
        for held in ending.holdings
        if held.variable.made_by != "assumed"
    ]
    return {"paths": len(trace.endings), "raised": raised, "variables": variables}


def differences(predicted: dict[str, Any], truth: dict[str, Any]) -> list[str]:
    """How a prediction differs from what TensorFlow did; empty for full agreement."""
    found: list[str] = []
    if predicted["paths"] != 1:
        found.append(f"{predicted['paths']} paths")
    told, real = predicted["raised"], truth["outcome"]["raised"]
    if (told is None) != (real is None):
        found.append(f"raised: predicted {told}, TensorFlow {real}")
    elif told is not None and real is not None:
        if told["type"] != real["type"]:
            found.append(f"type: {told['type']} against {real['type']}")
        if not same_message(told["message"], real["message"]):
            found.append(f"message: {told['message']!r} against {real['message']!r}")
        span = told["span"]
        if span is None or not span[0] <= real["line"] <= span[1]:
            found.append(f"line: {span} against {real['line']}")
    mine = [
        tuple(map(str, (v["name"], v["shape"], v["dtype"], v["trainable"])))
        for v in predicted["variables"]
    ]
    theirs = [
        tuple(map(str, (v["name"], v["shape"], v["dtype"], v["trainable"])))
        for v in truth["variables"]
    ]
    if mine != theirs:
        found.append(f"variables: {mine} against {theirs}")
    return found


def same_message(predicted: str, real: str) -> bool:
    """Whether a predicted first line is the real one; ``…`` stands for what isn't modelled."""
    pieces = predicted.strip().split("…")
    at = 0
    for i, piece in enumerate(pieces):
        found = real.find(piece, at)
        if found < 0 or (i == 0 and found != 0):
            return False
        at = found + len(piece)
    return len(pieces) > 1 or real.strip() == predicted.strip()
