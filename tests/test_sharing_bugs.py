"""The benchmark's labels are what fixtures and measurements give; its scorer counts right."""

from __future__ import annotations

import json
from typing import Any

import counting
import export
import labels
import outputs
import pytest
import score
from counting import Finding

WRONG = ["import lib", "a = lib.layer(1)", "b = lib.layer(2,", "    3)", "lib.train(a, b)"]
RIGHT = ["import lib", "a = lib.layer(1)", "b = lib.layer(4)", "lib.train(a, b)  # all"]
TEXTS = {("wrong.py", None): WRONG, ("right.py", None): RIGHT}


def test_the_file_is_what_the_generator_gives() -> None:
    """After a change of a fixture: measure.py for it, then labels.py."""
    made, _ = labels.labels()
    assert [json.loads(line) for line in labels.lines(made)] == export.load_labels()


def test_every_wrong_program_has_a_place_that_is_there() -> None:
    kept = export.load_labels()
    texts = export.texts(kept)
    for bug in (bug for one in kept for bug in one["bugs"]):
        first, last = bug["statement"]
        assert first <= bug["line"] <= last
        assert texts[bug["file"], bug["cell"]][bug["line"] - 1].strip()
    assert {one["label"] for one in kept if one["bugs"]} == {"wrong"}
    assert {one["label"] for one in kept if not one["bugs"]} == {"right"}


def test_the_copies_tell_nothing() -> None:
    text = "# needs: tf115\nx = 1\ny = 2  # expect: SCO101 a/b\n# a note\n"
    assert export.bare(text) == "\nx = 1\ny = 2\n# a note\n"
    kept = export.load_labels()
    assert not any("expect:" in line for lines in export.texts(kept).values() for line in lines)


def tiny() -> list[dict[str, Any]]:
    """A wrong program with two bugs, one of which raises, and a right one."""
    common = {"cell": None, "file": "wrong.py", "way": [["wrong.py", None, 5]]}
    error = {"type": "ValueError", "message": "no"}
    first = {"cause": "clash", "statement": [3, 4], "first_made": ["wrong.py", None, 2]}
    second = {"cause": "quiet", "statement": [5, 5], "first_made": None}
    bugs = [common | first | {"error": error}, common | second | {"error": None, "way": []}]
    return [
        {"program": "wrong", "label": "wrong", "files": ["wrong.py"], "bugs": bugs},
        {"program": "right", "label": "right", "files": ["right.py"], "bugs": []},
    ]


def scored(*findings: tuple[str, int, str]) -> counting.Score:
    said = [Finding(file, None, line, code) for file, line, code in findings]
    return counting.score(tiny(), TEXTS, said)


def test_a_finding_at_the_statement_counts() -> None:
    found = scored(("wrong.py", 4, "X1"), ("elsewhere.py", 1, "X1"))
    assert (found.findings, found.at_line, found.on_labelled) == (1, {0}, {0})
    assert found.by_cause() == {"clash": (1, 1), "quiet": (1, 0)}
    assert found.codes == {"X1": 1}
    assert (found.alarmed, found.right) == (frozenset(), 1)


def test_a_labelled_line_counts_if_its_code_counts() -> None:
    found = scored(("wrong.py", 5, "X1"))
    assert (found.at_line, found.on_labelled) == ({1}, {0, 1})
    assert scored(("wrong.py", 2, "X1")).on_labelled == frozenset()


def test_a_code_that_the_same_line_gets_in_a_right_program_is_noise() -> None:
    same = TEXTS["right.py", None][1]
    assert WRONG[1] == same
    found = scored(("wrong.py", 2, "X1"), ("right.py", 2, "X1"), ("wrong.py", 5, "X1"))
    assert found.on_labelled == {0, 1}
    assert found.alarmed == {"right"}


@pytest.mark.parametrize("lines", [[2, 3], [3]])
def test_a_code_that_look_alikes_get_is_noise(lines: list[int]) -> None:
    found = scored(("wrong.py", 3, "X1"), *(("right.py", line, "X1") for line in lines))
    assert found.at_line == (set() if len(lines) == 2 else {0})
    assert found.alarmed_by_any == {"right"}


def test_what_tools_say_is_read() -> None:
    lines = (
        "./a.py:3:1: E501 too long\nsilent/b.ipynb:cell 2:7: X1 no\nnot a finding\nc.py:4: [W1] m"
    )
    assert list(outputs.from_any(lines)) == [
        Finding("a.py", None, 3, "E501"),
        Finding("silent/b.ipynb", 1, 7, "X1"),
        Finding("c.py", None, 4, "W1"),
    ]
    spot = {"artifactLocation": {"uri": "file:///x/seeds/s/a.py"}, "region": {"startLine": 9}}
    result = {"ruleId": "R", "locations": [{"physicalLocation": spot}]}
    sarif = json.dumps({"runs": [{"results": [result]}]})
    assert list(outputs.from_any(sarif)) == [Finding("seeds/s/a.py", None, 9, "R")]
    report = "Processing file './silent/a.py'\n7:8: INFO: Renamed 'tf.Session' to 'x'\n"
    assert list(outputs.from_upgrade(report)) == [
        Finding("silent/a.py", None, 7, "INFO tf.Session")
    ]


def test_the_tables_name_every_tool_and_cause() -> None:
    rows = [("made-up", "1.0", scored(("wrong.py", 3, "X1")))]
    assert list(score.heads(rows))[-1] == "| made-up | 1.0 | 1 | 1 | 1 | 0 | 1 | 0 | 0 |"
    assert list(score.causes(rows))[2:] == ["| clash | 1 | 1 |", "| quiet | 1 | 0 |"]
    assert list(score.codes(rows)) == ["made-up: X1 (1)"]
