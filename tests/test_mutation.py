"""Bugs put into right programs: the operators, and what is found in a few mutants.

`tests/data/mutants.jsonl` keeps what TensorFlow did with the mutants of the programs in SAMPLE;

    python benchmarks/program_mutation.py --each 1 --only NAME --kept tests/data/mutants.jsonl

asks it about those that aren't there.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from mutation.known import Known
from mutation.operators import OPERATORS, mutants
from mutation.programs import Mutant, Program, mutants_of, programs
from mutation.score import Scored, Told, findings, scored
from mutation.source import Source, parameters
from mutation.truth import Behaviour, Raised

KEPT = Path(__file__).parent / "data" / "mutants.jsonl"
SAMPLE = ("cgan", "siamese", "silent/auto_reuse_gan.py")


@pytest.fixture(scope="module")
def every() -> dict[str, Program]:
    return {one.name: one for one in programs()}


@pytest.fixture(scope="module")
def sample(every: dict[str, Program]) -> list[Scored]:
    known = Known(KEPT)
    rows = []
    for name in SAMPLE:
        original, *changed = mutants_of(every[name], 1)
        before, usual = known.of(original), findings(original)
        assert before is not None
        for mutant in changed:
            now = known.of(mutant)
            assert now is not None
            rows.append(scored(mutant, now, before, usual))
    return rows


@pytest.mark.parametrize("name", sorted(OPERATORS))
def test_each_operator_changes_a_program_and_no_line_moves(
    name: str, every: dict[str, Program]
) -> None:
    for program in every.values():
        known = parameters([text for _, text in program.texts])
        for file, text in program.texts:
            for mutant in mutants(Source(file, text, known), name):
                assert mutant != text
                assert mutant.count("\n") == text.count("\n")
                return
    pytest.fail("fits nowhere")


def test_the_sample_is_found_and_nothing_else(sample: list[Scored]) -> None:
    wrong = [one for one in sample if one.missed or one.false_alarm]
    assert not wrong, [(one.mutant.program.name, one.mutant.operator) for one in wrong]


def test_the_sample_has_mutants_of_each_kind(sample: list[Scored]) -> None:
    kinds = Counter(one.kind for one in sample)
    assert kinds["raises"] >= 10
    assert kinds["changes"] >= 3
    assert kinds["renamed"] + kinds["same"] >= 5


def _mutant(every: dict[str, Program]) -> Mutant:
    return next(mutants_of(every["cgan"], 1))


RAISED = Raised("ValueError", "No variables to optimize.", ("main.py", 3, 3), False)
FINE = Behaviour(None, "names", "does", (), frozenset())


@pytest.mark.parametrize(
    ("raised", "told", "missed", "false_alarm"),
    [
        (RAISED, ("ValueError", "No variables to optimize.", 3), False, False),
        (RAISED, ("ValueError", "No variables to optimize.", 4), True, True),
        (RAISED, ("TypeError", "No variables to optimize.", 3), True, True),
        (RAISED, None, True, False),
        (None, ("ValueError", "No variables to optimize.", 3), False, True),
        (None, None, False, False),
    ],
)
def test_an_error_counts_with_its_type_text_and_place(
    every: dict[str, Program],
    raised: Raised | None,
    told: tuple[str, str, int] | None,
    missed: bool,
    false_alarm: bool,
) -> None:
    new = frozenset[Told]()
    if told is not None:
        kind, text, line = told
        new = frozenset([Told("SCO301", True, ("main.py", line, line), None, kind, text)])
    kind = "raises" if raised else "same"
    one = Scored(_mutant(every), kind, raised, new, frozenset())
    assert (one.missed, one.false_alarm) == (missed, false_alarm)


def test_what_only_has_other_names_is_no_change(every: dict[str, Program]) -> None:
    from mutation.score import kind_of

    assert kind_of(FINE, FINE) == "same"
    assert kind_of(Behaviour(None, "others", "does", (), frozenset()), FINE) == "renamed"
    assert kind_of(Behaviour(None, "names", "more", (), frozenset()), FINE) == "no evidence"
    shown = frozenset([("SCO202", "('main.py', 3)")])
    assert kind_of(Behaviour(None, "names", "more", (), shown), FINE) == "changes"
