"""The predicted inventory of the seed programs is TensorFlow's: names, shapes, dtypes, order."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from conformance.record_truth import run_recorder
from tensorflows import NO_TENSORFLOW_221, THIS, tensorflow_221

from scopecheck.engine import predict
from scopecheck.trace import Trace, dump_shape

ROOT = Path(__file__).resolve().parents[1]
RECORDED: dict[str, Any] = json.loads(
    (ROOT / "tests" / "data" / "seed_variables.json").read_text(encoding="utf-8")
)
SCRIPT = "<module>"

# The name of an entry, of S1's functions too, which each have a graph of their own.
ENTRIES = [(name, entry) for name, one in RECORDED.items() for entry in one["entries"]]
FUNCTIONS = [(name, entry) for name, entry in ENTRIES if entry != SCRIPT]
S0 = [name for name in RECORDED if "/s0_" in name]


@pytest.fixture(autouse=True)
def project(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)


def truth(name: str, entry: str) -> dict[str, Any]:
    """What TensorFlow did: how it ended, and the variables of the default graph then."""
    recorded = RECORDED[name]["entries"][entry]
    ends = recorded["ends"]
    if ends != "ok":
        ends = (ends["raises"], ends["message"])
    return {"ends": ends, "variables": recorded["variables"]}


def told(trace: Trace) -> dict[str, Any]:
    """What is predicted: the same, of the graph that was made last."""
    (ending,) = trace.endings
    last = max((held.variable.graph for held in ending.holdings), default=0)
    ends: Any = "ok"
    if ending.error is not None:
        ends = (ending.error.type, ending.error.message.split("\n")[0])
    variables = [
        {
            "name": held.variable.name,
            "shape": dump_shape(held.variable.shape),
            "dtype": held.variable.dtype,
            "trainable": held.variable.trainable,
        }
        for held in ending.holdings
        if held.variable.graph == last
    ]
    return {"ends": ends, "variables": variables}


def traces(path: str | Path) -> dict[str, Trace]:
    """The traces of a program, by their entries."""
    predicted = predict([path])
    assert not predicted.failures
    return {trace.entry: trace for trace in predicted.traces}


@pytest.mark.parametrize("name", RECORDED)
def test_scripts(name: str) -> None:
    assert told(traces(name)[name]) == truth(name, SCRIPT)


@pytest.mark.parametrize(("name", "function"), FUNCTIONS)
def test_functions_called_alone(name: str, function: str, tmp_path: Path) -> None:
    text = Path(name).read_text(encoding="utf-8")
    definitions = re.split(r"^if __name__", text, flags=re.MULTILINE)[0]
    program = tmp_path / "program.py"
    program.write_text(f"{definitions}{function}()\n", encoding="utf-8")
    assert told(traces(program)[str(program)]) == truth(name, function)


@pytest.mark.parametrize(("name", "function"), FUNCTIONS)
def test_functions_that_nothing_calls_are_entries(name: str, function: str) -> None:
    entries = traces(name)
    called = re.split(r"^if __name__", Path(name).read_text(encoding="utf-8"), flags=re.MULTILINE)
    if re.search(rf"\b{function}\b", called[1]):
        assert f"{name}::{function}" not in entries
    else:
        assert told(entries[f"{name}::{function}"]) == truth(name, function)


def test_enough_of_them_are_recorded() -> None:
    seeds = {name.split("/")[2][:2] for name in RECORDED}
    assert seeds == {"s0", "s1", "s2", "s4"}
    assert len(S0) >= 10
    assert len(FUNCTIONS) >= 20


@pytest.mark.skipif(not tensorflow_221(), reason=NO_TENSORFLOW_221)
def test_the_first_seed_in_tensorflow_2() -> None:
    records = run_recorder(THIS, [str(ROOT / name) for name in S0])
    keys = ("name", "shape", "dtype", "trainable")
    for name, record in zip(S0, records, strict=True):
        told_now = told(traces(name)[name])
        live = [{key: one[key] for key in keys} for one in record["variables"]]
        assert (name, told_now["variables"]) == (name, live)
        raised = record["outcome"]["raised"]
        assert told_now["ends"] == ((raised and (raised["type"], raised["message"])) or "ok")
