"""From a seed to a program."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from differential import contrib, networks, scopes, structure, training, variables
from differential.writer import PRODUCTIONS, Writer

MODULES = (contrib, networks, scopes, structure, training, variables)
STYLES = ("import tensorflow.compat.v1 as tf", "from tensorflow.compat import v1 as tf")


@dataclass(frozen=True)
class Generated:
    """A program: its name, its text, that of its module if it has one, its features."""

    name: str
    text: str
    module: str | None
    features: frozenset[str]


def features(version: str) -> list[str]:
    """The rules of the grammar for a version."""
    return sorted(one.feature for one in PRODUCTIONS if version in one.versions)


def generate(seed: int, number: int, version: str) -> Generated:
    """One program; the same for the same seed, number and version."""
    first = Random(f"{seed} {number} {version}")
    eager = version == "2.21" and first.random() < 0.15
    contrib_too = version == "1.15" and first.random() < 0.4
    g = Writer(f"{seed}/{number}/{version}", version, eager, contrib_too)
    head = prelude(g, first)
    training.inputs(g)
    g.features.update({"mode.eager"} if eager else (), {"mode.contrib"} if contrib_too else ())
    while g.budget > 0:
        g.statement()
    name = f"p{seed}_{number}.py"
    module = None
    if g.module is not None:
        helper = f"helper_{seed}_{number}"
        head.append(f"import {helper} as helper")
        module = "\n".join([f"# The module of {name}.", head[0], "", "", *g.module, ""])
    text = "\n".join([*sorted_imports(g.lines), *head, "", *g.lines, ""])
    return Generated(name, text, module, frozenset(g.features))


def prelude(g: Writer, first: Random) -> list[str]:
    """How TensorFlow is imported and set up."""
    if g.contrib:
        return ["import tensorflow as tf"]
    lines = [STYLES[first.random() < 0.2]]
    if g.version == "2.21":
        lines.append("import tensorflow as tf2")
    if g.eager:
        return lines
    lines.append("tf.disable_v2_behavior()")
    if first.random() < 0.12:
        lines.append(g.note("tf.enable_resource_variables()", "mode.resource"))
    return lines


def sorted_imports(lines: list[str]) -> list[str]:
    """The modules that the program needs beside TensorFlow."""
    text = "\n".join(lines)
    wanted = {
        "contextlib.": "import contextlib",
        "functools.": "import functools",
        "np.": "import numpy as np",
    }
    return [line for word, line in wanted.items() if word in text]
