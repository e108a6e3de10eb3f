"""The generator of programs, its shrinker, and a campaign in the TensorFlow at hand."""

from __future__ import annotations

import ast
from collections import Counter
from pathlib import Path

import pytest
from differential.campaign import Result, play
from differential.generate import Generated, features, generate
from differential.oracle import Oracle
from differential.shrink import shrink
from tensorflows import NO_TENSORFLOW_221, THIS, tensorflow_221

MANY = 1500
SEED, NUMBERS = 17, range(8, 25)


@pytest.fixture(scope="module", params=["1.15", "2.21"])
def programs(request: pytest.FixtureRequest) -> tuple[str, list[Generated]]:
    return request.param, [generate(1, number, request.param) for number in range(MANY)]


def test_every_rule_and_form_of_the_grammar_is_used(programs: tuple[str, list[Generated]]) -> None:
    version, generated = programs
    used = Counter(feature for program in generated for feature in program.features)
    named = {*features(version), *used}
    rare = {name: used[name] for name in named if used[name] < MANY / 100}
    assert not rare


def test_programs_are_python(programs: tuple[str, list[Generated]]) -> None:
    for program in programs[1]:
        ast.parse(program.text)


def test_a_seed_always_gives_the_same_program() -> None:
    assert generate(3, 5, "2.21") == generate(3, 5, "2.21")
    assert generate(3, 5, "2.21").text != generate(3, 6, "2.21").text


def test_shrinking_keeps_what_matters() -> None:
    text = "import a\nfor i in range(3):\n    a.f(i, key=1)\n    a.g(other=2)\nif a:\n    a.h()\n"

    def shows(texts: list[str]) -> list[bool]:
        return ["a.g(" in text for text in texts]

    assert shrink(text, shows) == "a.g()\n"


@pytest.mark.skipif(not tensorflow_221(), reason=NO_TENSORFLOW_221)
def test_predictions_are_what_tensorflow_2_does(tmp_path: Path) -> None:
    result = Result()
    with Oracle(THIS) as oracle:
        for seen in play(oracle, tmp_path, "2.21", SEED, NUMBERS):
            result.add(*seen)
    assert not result.disagreeing, result.disagreements
    assert len(NUMBERS) / 4 < result.fine < len(NUMBERS)
