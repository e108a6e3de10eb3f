"""A trace survives its way through JSON."""

from __future__ import annotations

import dataclasses
import json

import pytest
from running import SEEDS

from scopecheck.models.check import run
from scopecheck.source import read_file
from scopecheck.trace import Computed, LossMinimized, Trace
from scopecheck.trace.codec import BadTrace, dump, load, tensors_of
from scopecheck.trace.cycles import components


def predicted(name: str) -> Trace:
    path = SEEDS / name
    return next(iter(run([path], root=path.parent, loader=read_file)))


def plain(value: object) -> object:
    """A value in which tensors, which are equal only to themselves, are told by their names."""
    if isinstance(value, Computed):
        return (value.op, value.name, value.variable, len(value.inputs), len(value.after))
    if isinstance(value, tuple):
        return tuple(plain(one) for one in value)
    if dataclasses.is_dataclass(value):
        return tuple(plain(getattr(value, field.name)) for field in dataclasses.fields(value))
    return value


@pytest.mark.parametrize("name", ["s2_conv_gan/conv_gan.py", "s4_gaussian_gan/reuse_first.py"])
def test_round_trip(name: str) -> None:
    trace = predicted(name)
    again = load(dump(trace))
    assert plain(again) == plain(trace)
    assert trace.events


def test_a_tensor_stays_one_object() -> None:
    trace = load(dump(predicted("s4_gaussian_gan/gaussian_gan.py")))
    first, second = trace.of(LossMinimized)
    assert first.loss is not None
    assert second.loss is not None
    assert first.trained
    ids = {id(one) for one in behind(first.loss)} & {id(one) for one in behind(second.loss)}
    assert ids


def behind(tensor: Computed) -> list[Computed]:
    found: dict[int, Computed] = {}
    waiting = [tensor]
    while waiting:
        one = waiting.pop()
        if id(one) not in found:
            found[id(one)] = one
            waiting.extend(one.inputs)
    return list(found.values())


def test_a_loop_is_computed_from_all_that_enters_it() -> None:
    records = [
        {"id": 0, "op": "Placeholder"},
        {"id": 1, "op": "VariableV2", "variable": "w:0"},
        {"id": 2, "op": "Merge", "inputs": [0, 3]},
        {"id": 3, "op": "NextIteration", "inputs": [2, 1]},
        {"id": 4, "op": "Exit", "inputs": [2]},
    ]
    made = tensors_of(records)
    assert {one.variable for one in behind(made[4])} == {None, "w:0"}


def test_components_come_after_what_they_depend_on() -> None:
    before = {1: [2], 2: [3], 3: [2], 4: [1, 5], 5: []}
    order = list(components(before, before.__getitem__))
    assert [sorted(group) for group in order] == [[2, 3], [1], [5], [4]]


@pytest.mark.parametrize("text", ["", "[]", '{"is": "Trace"}', "{"])
def test_what_is_no_trace(text: str) -> None:
    with pytest.raises(BadTrace):
        load([text])


def test_lines_are_json() -> None:
    lines = list(dump(predicted("s1_variable_scope/variable_scope.py")))
    assert json.loads(lines[0])["is"] == "Trace"
