"""The models know the parameters of TensorFlow's functions, in TensorFlow's order."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from predictions import machine

from scopecheck.models.registry import Signature
from scopecheck.symbolic.calls import Arguments
from scopecheck.symbolic.machine import Machine

TRUTH = json.loads((Path(__file__).parent / "signatures.json").read_text(encoding="utf-8"))
# These bind the arguments of another function first, or are partials of one.
INSIDE = ("get_total_loss", "legacy_linear", "legacy_relu")
SWAPPED = "tf.contrib.metrics.streaming_"  # predictions, labels: both are only read


class Bound(Exception):
    """The first signature that a model bound its arguments to."""


def bind(self: Signature, *given: Any) -> Any:
    """Stops where a model binds what it was given."""
    raise Bound(self)


def bound(m: Machine, name: str, parameters: list[str]) -> tuple[str, ...]:
    """The parameters that the model of a function has; none where it binds nothing."""
    given = {one: m.unknown(one) for one in parameters}
    try:
        m.library.call(m, name, Arguments((), given))
    except Bound as found:
        return tuple(found.args[0].names)
    except Exception as error:
        # the model refused, split the path, or looked at unknown values before it bound them
        if "unexpected keyword" in str(getattr(error, "error", error)):
            return (str(error),)
    return ()


@pytest.mark.parametrize("version", TRUTH)
def test_parameters(version: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Signature, "bind", bind)
    m, wrong, seen = machine(version), [], 0
    for name, told in TRUTH[version].items():
        if name.endswith(INSIDE):
            continue
        real = [one for one in told.split() if not one.startswith("*") and one != "self"]
        ours = bound(m, name, real)
        seen += bool(ours)
        both = [one for one in real if one in ours]
        missing = [one for one in real if ours and one not in ours]
        moved = not name.startswith(SWAPPED) and both != [one for one in ours if one in real]
        if missing or moved:
            wrong.append(f"{name}: {missing or 'another order'}")
    assert not wrong, "\n".join(wrong)
    assert seen > 150
