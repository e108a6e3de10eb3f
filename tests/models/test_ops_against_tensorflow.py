"""Static shapes and dtypes are what TensorFlow infers, for the same calls.

The calls are those that the recorded programs about operations make; what ``op_calls.txt`` holds
may be predicted in part.
"""

from __future__ import annotations

import ast
import importlib.util
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from scopecheck.models.check import initial_world
from scopecheck.models.library import TensorFlowLibrary
from scopecheck.models.tensors import Tensor, Unseen
from scopecheck.source import read_file
from scopecheck.symbolic.entries import Program
from scopecheck.symbolic.modules import Importer

HERE = Path(__file__).parent
WHERE = {"1.15": "SCOPECHECK_TF115_PY3", "2.21": "SCOPECHECK_TF221_PY3"}
PROGRAMS = HERE.parent / "conformance" / "programs" / "operations"


def made() -> Iterator[str]:
    """What the recorded programs about operations make: `held(lambda: ...)`."""
    for path in sorted(PROGRAMS.glob("*.py")):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            match node:
                case ast.Expr(ast.Call(ast.Name("held" | "sized"), [ast.Lambda(body=call)])):
                    yield ast.unparse(call)


IN_PART = (HERE / "op_calls.txt").read_text().splitlines()
IN_WHOLE = [*made()]
CALLS = [*IN_WHOLE, *IN_PART]
WHOLE = [True] * len(IN_WHOLE) + [False] * len(IN_PART)
PRELUDE = """
import numpy as np
import tensorflow.compat.v1 as tf
tf.disable_v2_behavior()


def P(*sizes):
    return tf.placeholder(tf.float32, {sizes})


def I(*sizes):
    return tf.placeholder(tf.int32, {sizes})


def any_rank():
    return tf.placeholder(tf.float32)


def known(tensor, sizes):
    tensor.set_shape(sizes)
    return tensor


"""
HIDDEN = {
    "nothing": "sizes",
    "the first size": "[secret.size] + list(sizes[1:]) if sizes else []",
    "the last size": "list(sizes[:-1]) + [secret.size] if sizes else []",
    "all sizes": "[secret.size for size in sizes]",
    "the shape": "secret.shape",
}


@cache
def ask(version: str) -> list[list[Any]]:
    """TensorFlow's answers; the test is skipped where there is no such TensorFlow."""
    python = os.environ.get(WHERE[version])
    if not python and version == "2.21" and importlib.util.find_spec("tensorflow"):
        python = sys.executable
    if not python:
        pytest.skip(f"no TensorFlow {version}: {WHERE[version]} names a Python that has it")
    done = subprocess.run(
        [python, str(HERE / "ask_tensorflow.py")],
        input=json.dumps([PRELUDE.format(sizes="sizes"), CALLS]),
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "TF_USE_LEGACY_KERAS": "1", "TF_CPP_MIN_LOG_LEVEL": "3"},
    )
    answers: list[list[Any]] = json.loads(done.stdout.split("ANSWERS")[1])
    return answers


def predict(folder: Path, version: str, sizes: str) -> list[Any]:
    """What the models say of each call; a call whose path ends leaves None."""
    file = folder / "program.py"
    lines = ["import secret", PRELUDE.format(sizes=sizes)]
    for i, call in enumerate(CALLS):
        lines.append("try:\n    with tf.Graph().as_default():")
        lines.append(f"        r{i} = {call}\nexcept Exception:\n    r{i} = None")
    file.write_text("\n".join(lines))
    program = Program(
        TensorFlowLibrary(),
        Importer(folder, read_file),
        lambda m, path, closed: initial_world(m, version, closed, compat=False),
        steps=10_000_000,
    )
    assert program.script(file, "program.py") is not None
    module, state = program.modules[file]
    names = state.heap[module.id]
    return [names.get(f"r{i}") for i in range(len(CALLS))]


def problem(predicted: Any, answer: list[Any], whole: bool) -> str:
    """What is wrong with a prediction, '' where nothing is; ``whole`` where all must be known."""
    if len(answer) == 1:
        return f"TensorFlow raises {answer[0]}"
    if not isinstance(predicted, Tensor):
        return f"predicted {predicted!r}" if whole else ""
    dims, dtype, name = answer
    shape = predicted.shape
    if isinstance(shape, tuple):
        fits = dims is not None and len(dims) == len(shape)
        fits = fits and all(
            isinstance(mine, Unseen) or mine == size for mine, size in zip(shape, dims, strict=True)
        )
        known = not any(isinstance(mine, Unseen) for mine in shape)
    else:
        known = not isinstance(shape, Unseen)
        fits = not known or dims is None
    if not fits or (whole and not known):
        return f"{shape} instead of {dims}"
    if predicted.dtype != dtype and (whole or predicted.dtype is not None):
        return f"{predicted.dtype} instead of {dtype}"
    if predicted.name not in (None, name):
        return f"name {predicted.name} instead of {name}"
    return ""


@pytest.mark.parametrize("version", ["1.15", "2.21"])
@pytest.mark.parametrize("hidden", HIDDEN)
def test_shapes_and_dtypes(version: str, hidden: str, tmp_path: Path) -> None:
    """All that TensorFlow knows is known; what is hidden from the analysis never turns to None."""
    answers = ask(version)
    predictions = predict(tmp_path, version, HIDDEN[hidden])
    wrong = [
        f"{call}: {told}"
        for call, whole, predicted, answer in zip(CALLS, WHOLE, predictions, answers, strict=True)
        if (told := problem(predicted, answer, whole and hidden == "nothing"))
    ]
    assert not wrong, "\n".join([f"{len(wrong)} of {len(answers)}", *wrong])
