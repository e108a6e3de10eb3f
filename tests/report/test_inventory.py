from __future__ import annotations

import json

from scenes import Scene, variable

from scopecheck.report.inventory import as_json, as_text
from scopecheck.report.style import plain
from scopecheck.trace import Ending, Holding, TensorFlowError, Trace

SCENE = Scene({"gan.py": "d(x)\nd(y)\nboom()\n"})
FIRST, AGAIN, BOOM = SCENE.at("d(x)"), SCENE.at("d(y)"), SCENE.at("boom()")
SHARED = variable("d/w", (FIRST,), shape=(None, 5))
ODD = variable("odd", (FIRST,), shape=None)
TRACE = Trace(
    "gan.py",
    True,
    "1.15",
    endings=(
        Ending((Holding(SHARED, ((FIRST,), (AGAIN,))), Holding(ODD, ((FIRST,),)))),
        Ending((), TensorFlowError("ValueError", "no\nmore"), (BOOM,), ("x is True",)),
    ),
)


def test_json() -> None:
    data = json.loads(as_json([TRACE]))
    site = {"file": "gan.py", "column": 1, "function": "<module>"}
    assert data == {
        "version": 1,
        "entries": [
            {
                "entry": "gan.py",
                "variables": [
                    {
                        "name": "d/w:0",
                        "shape": [None, 5],
                        "dtype": "float32",
                        "trainable": True,
                        "made_by": "get_variable",
                        "file": "gan.py",
                        "line": 1,
                        "held_by": ["p1", "p2"],
                    },
                    {
                        "name": "odd:0",
                        "shape": None,
                        "dtype": "float32",
                        "trainable": True,
                        "made_by": "get_variable",
                        "file": "gan.py",
                        "line": 1,
                        "held_by": ["p1"],
                    },
                ],
                "call_paths": {"p1": [site | {"line": 1}], "p2": [site | {"line": 2}]},
                "when": None,
                "ends": "ok",
            },
            {
                "entry": "gan.py",
                "variables": [],
                "call_paths": {},
                "when": "x is True",
                "ends": {"raises": {"type": "ValueError", "message": "no\nmore"}},
            },
        ],
    }


def test_text() -> None:
    assert [plain(line) for line in as_text([TRACE])] == [
        "gan.py",
        "  d/w:0  (None, 5)  float32  trainable  gan.py:1:1  shared by the calls at lines 1, 2",
        "  odd:0  <unknown>  float32  trainable  gan.py:1:1",
        "  2 variables",
        "",
        "gan.py (when x is True)",
        "  no variables",
        "  then ValueError at gan.py:3:1: no",
        "",
    ]
