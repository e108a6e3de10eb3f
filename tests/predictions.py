"""What the checker predicts for a few lines of a program, and a bare machine for units."""

from __future__ import annotations

import ast
import tempfile
from pathlib import Path

from scopecheck.models import check
from scopecheck.models.library import TensorFlowLibrary
from scopecheck.models.world import new_world
from scopecheck.source import read_file
from scopecheck.symbolic.code import Code
from scopecheck.symbolic.machine import EMPTY, Budget, Machine
from scopecheck.symbolic.modules import Importer
from scopecheck.symbolic.values import Frame, ModuleRef
from scopecheck.trace import Trace

PRELUDE = "import tensorflow.compat.v1 as tf\ntf.disable_v2_behavior()\n"


def machine(tensorflow: str = "1.15") -> Machine:
    """A machine at the start of a script, on an empty default graph."""
    m = Machine(TensorFlowLibrary(), Importer(Path(), read_file), Budget())
    module = ModuleRef(m.allocate(EMPTY), "__main__")
    code = Code("<module>", "<module>", "program.py", None, ast.Module([], []))
    m.frame = Frame(module.id, code, module, None, ())
    m.world = new_world(m, tensorflow, True)
    return m


def traced(program: str, tensorflow: str = "1.15", prelude: str = PRELUDE) -> Trace:
    """The trace of a program, which need not import TensorFlow itself."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "program.py")
        path.write_text(prelude + program, encoding="utf-8")
        traces = check.run([path], root=path.parent, loader=read_file, tensorflow=tensorflow)
        return next(iter(traces))


def made(program: str, tensorflow: str = "1.15", prelude: str = PRELUDE) -> list[str]:
    """The names of the variables that exist when the program ends, without ``:0``."""
    ending = traced(program, tensorflow, prelude).endings[0]
    assert ending.error is None, ending.error
    return [held.variable.name.removesuffix(":0") for held in ending.holdings]


def raised(program: str, tensorflow: str = "1.15", prelude: str = PRELUDE) -> str:
    """The error in which the program ends: its type and its text."""
    ending = traced(program, tensorflow, prelude).endings[0]
    assert ending.error is not None
    return f"{ending.error.type}: {ending.error.message}"
