"""Where a script looks for its modules, however it says so, and what they tell of its version."""

from __future__ import annotations

from pathlib import Path

import pytest

from scopecheck.models import check
from scopecheck.source import read_file
from scopecheck.trace import Trace

NET = """\
import tensorflow as tf


def build(x):
    with tf.variable_scope("net"):
        return tf.layers.dense(x, 4, name="fc")
"""
MAIN = """\
import os, sys
from pathlib import Path
{imports}
import {module} as net
net.build(net.tf.ones([2, 3]))
net.build(net.tf.ones([2, 3]))
"""


def trace_of(folder: Path, text: str) -> Trace:
    for name, content in {"lib/net.py": NET, "app/main.py": text}.items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(content, encoding="utf-8")
    trace, *_ = check.run([folder / "app" / "main.py"], root=folder, loader=read_file)
    return trace


@pytest.mark.parametrize(
    "line",
    [
        'sys.path.append("../lib")',
        'sys.path.insert(0, os.path.abspath("../lib"))',
        'sys.path += ["../lib"]',
        'sys.path = ["../lib"] + sys.path',
        'sys.path[0:0] = ["../lib"]',
        'sys.path.extend([os.path.join(os.getcwd(), "../lib")])',
        'if "../lib" not in sys.path: sys.path.append("../lib")',
        'sys.path.append(os.path.join(os.path.dirname(__file__), "..", "lib"))',
        'sys.path.append(os.path.dirname(os.path.dirname(os.path.abspath(__file__))) + "/lib")',
        'sys.path.append(os.path.join(os.path.dirname(os.getcwd()), os.pardir and "lib"))',
        'here = os.path.realpath(__file__); sys.path.append(os.path.join(here, "../../lib"))',
        'sys.path.append(str(Path(__file__).parent.parent / "lib"))',
        'sys.path.append(str(Path(__file__).resolve().parents[1] / "lib"))',
        'sys.path.append(Path(".").absolute().parent.joinpath("lib").as_posix())',
    ],
)
def test_folders_added_to_the_search_path(tmp_path: Path, line: str) -> None:
    trace = trace_of(tmp_path, MAIN.format(imports=line, module="net"))
    assert trace.tensorflow == "1.15"
    (ending,) = trace.endings
    assert ending.error is not None
    assert ending.error.message.startswith("Variable net/fc/kernel already exists")


def test_a_module_by_a_computed_name_tells_the_version(tmp_path: Path) -> None:
    text = """\
import importlib
import tensorflow as tf
net = importlib.import_module(".".join(["lib", "net"]))
net.build(tf.ones([2, 3]))
net.build(tf.ones([2, 3]))
"""
    trace = trace_of(tmp_path, text)
    assert trace.tensorflow == "1.15"
    assert [ending.error is not None for ending in trace.endings] == [True]


def test_a_folder_that_is_not_known_leaves_the_module_unknown(tmp_path: Path) -> None:
    line = "import tensorflow as tf\nsys.path.append(input())"
    trace = trace_of(tmp_path, MAIN.format(imports=line, module="net"))
    (ending,) = trace.endings
    assert not ending.complete
    assert ending.error is None
