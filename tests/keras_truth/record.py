"""Records what every order of compile, freeze and train steps does in every Keras.

    python tests/keras_truth/record.py --keras3 PYTHON --tf221 PYTHON --tf115 PYTHON

runs ``play.py`` for each behaviour with separate optimizers and with one that both models
share, and packs the outcomes into ``tests/data/keras_orders.json``. A sequence that compiles
once at most is the same program with both, and is played once. The interpreters need
Keras 3 on TensorFlow, TensorFlow 2.21 with tf_keras, and TensorFlow 1.15. What is not asked
for stays as it was recorded.

The file holds, for each behaviour, one letter for each sequence of up to 5 steps that ends
in a training step (``play.py`` asserts that no other step changes or says anything), the
short ones first and in the order of ``steps``: the position of its outcome in ``outcomes``,
or a dot where the sequence has ended with an error before. An outcome is what changed (D's
parameters, G's, D's moving statistics M), what Keras warned of, and the type of its error.
"""

from __future__ import annotations

import argparse
import itertools
import json
import string
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
RECORDED = HERE.parent / "data" / "keras_orders.json"
STEPS = "cCfutT"
COMPILING = "cC"
TRAINING = "tT"
LONGEST = 5
LETTERS = string.ascii_letters + string.digits
BEHAVIOURS = {
    "keras2-tf1": "tf115",
    "keras2-eager": "tf221",
    "keras2-graph": "tf221",
    "keras3": "keras3",
}
OPTIMIZERS = ("separate", "shared")
NOT_REACHED = "."

Outcome = tuple[str, str, str]


def sequences(longest: int = LONGEST) -> Iterator[str]:
    """The sequences that end in a training step, in the order of the file."""
    for length in range(1, longest + 1):
        for head in itertools.product(STEPS, repeat=length - 1):
            for last in TRAINING:
                yield "".join(head) + last


def compiles(sequence: str) -> int:
    """How many of the steps compile a model."""
    return sum(step in COMPILING for step in sequence)


def unpack(recorded: dict[str, Any], name: str) -> dict[str, Outcome]:
    """The outcome of each sequence that is reached, under one behaviour."""
    played = recorded["played"][name]
    outcomes = recorded["outcomes"]
    every = sequences(played["longest"])
    return {
        sequence: tuple(outcomes[LETTERS.index(letter)])
        for sequence, letter in zip(every, played["letters"], strict=True)
        if letter != NOT_REACHED
    }


def pack(recorded: dict[str, Any], name: str, played: dict[str, Any], longest: int) -> None:
    """Puts what ``play.py`` printed into the file's contents.

    What is the same program with separate optimizers was played with those.
    """
    known: list[list[str]] = recorded["outcomes"]
    behaviour, optimizers = name.split()
    same = unpack(recorded, f"{behaviour} separate") if optimizers == "shared" else {}
    letters = []
    for sequence in sequences(longest):
        outcome = played["outcomes"].get(sequence)
        if outcome is None and sequence in same and compiles(sequence) <= 1:
            outcome = list(same[sequence])
        if outcome is not None and outcome not in known:
            known.append(outcome)
        letters.append(NOT_REACHED if outcome is None else LETTERS[known.index(outcome)])
    told = {"keras": played["version"], "longest": longest, "letters": "".join(letters)}
    recorded["played"][name] = told


def play(python: str, behaviour: str, optimizers: str, longest: int) -> dict[str, Any]:
    """Runs ``play.py`` in an interpreter."""
    command = [python, str(HERE / "play.py"), "--behaviour", behaviour, "--optimizers", optimizers]
    command += ["--longest", str(longest)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{' '.join(command)}: {done.stderr[-2000:]}")
    played: dict[str, Any] = json.loads(done.stdout)
    return played


def main() -> None:
    """Plays what is asked for and writes the file after each part."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    for option in sorted(set(BEHAVIOURS.values())):
        parser.add_argument(f"--{option}", metavar="PYTHON")
    parser.add_argument("--optimizers", choices=OPTIMIZERS, help="only these")
    parser.add_argument("--longest", type=int, default=LONGEST, help="the longest sequence's steps")
    given = vars(parser.parse_args())
    recorded: dict[str, Any] = {"steps": STEPS, "outcomes": [], "played": {}}
    if RECORDED.exists():
        recorded = json.loads(RECORDED.read_text(encoding="utf-8"))
    for optimizers in (given["optimizers"],) if given["optimizers"] else OPTIMIZERS:
        for behaviour, option in BEHAVIOURS.items():
            if given[option]:
                played = play(given[option], behaviour, optimizers, given["longest"])
                pack(recorded, f"{behaviour} {optimizers}", played, given["longest"])
                text = json.dumps(recorded, indent=1, sort_keys=True)
                RECORDED.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
