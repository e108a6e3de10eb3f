"""The recorder itself, run in the TensorFlow of the interpreter that runs the tests."""

import importlib.util
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

RECORDER = Path(__file__).resolve().parents[2] / "scopecheck/runtime/probe/record.py"

pytestmark = pytest.mark.skipif(
    importlib.util.find_spec("tensorflow") is None,
    reason="TensorFlow is not installed in this interpreter",
)

GRAPH = "import tensorflow.compat.v1 as tf\ntf.disable_v2_behavior()\n"

PROGRAMS = {
    "raising": GRAPH
    + """\
def layer():
    tf.get_variable("before", [1])
    return tf.get_variable("w", [2, 3])

layer()
tf.get_variable_scope().reuse_variables()
layer()
tf.get_variable("new", [1])
""",
    "refused": GRAPH
    + """\
class Net(object):
    def build(self):
        return tf.get_variable("w", [2])

Net().build()
Net().build()
""",
    "sharing": GRAPH
    + """\
for _ in range(2):
    with tf.variable_scope("a", reuse=tf.AUTO_REUSE):
        tf.get_variable("w", [2, 3], trainable=False)
tf.Variable(1, name="n")
tf.get_local_variable("hits", [])
tf.train.MomentumOptimizer(0.1, 0.9).minimize(tf.get_variable("x", []))
tf.get_variable("any", initializer=tf.placeholder(tf.float32), validate_shape=False)
""",
    "two_graphs": GRAPH
    + """\
for size in (1, 2):
    with tf.Graph().as_default():
        tf.get_variable("w", [size])
""",
    "eager": """\
import tensorflow as tf
tf.compat.v1.enable_eager_execution()
for _ in range(2):
    w = tf.compat.v1.get_variable("w", [2])
w.assign_add([1.0, 1.0])
del w
tf.Variable(3.0, trainable=False, name="v")
""",
    "early": GRAPH + 'tf.get_variable("w", dtype=tf.int32, initializer=1.5)\n',
    "library": "import json\njson.loads('{')\n",
    "hanging": "while True:\n    try:\n        while True: pass\n    except Exception: pass\n",
    "deaf": "import signal, time\nsignal.signal(signal.SIGALRM, signal.SIG_IGN)\ntime.sleep(60)\n",
    "crashing": "import os\nos.abort()\n",
    "exits": "import sys\nsys.exit(0)\n",
    "exits_with_text": "import sys\nsys.exit('no data')\n",
    "broken": "x = 1\nif x\n    pass\n",
    "asks": "import sys\nassert __name__ == '__main__' and len(sys.argv) == 1\nimport watch\n",
    "talks": "import sys\nprint('out')\nsys.stderr.write('err')\n",
}


@pytest.fixture(scope="module")
def records(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    """What the recorder says of all the programs above, by their names."""
    folder = tmp_path_factory.mktemp("programs")
    for name, source in PROGRAMS.items():
        (folder / f"{name}.py").write_text(source, encoding="utf-8")
    (folder / "list.txt").write_text("".join(f"{name}.py\n" for name in PROGRAMS))
    command = [sys.executable, str(RECORDER), "--out", "out.jsonl"]
    command += ["--time-limit", "3", "@list.txt", "missing.py"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("", "")
    lines = (folder / "out.jsonl").read_text(encoding="utf-8").splitlines()
    return {record["program"][:-3]: record for record in map(json.loads, lines)}


def _raised(record: dict[str, Any]) -> Any:
    return record["outcome"]["raised"]


def _names(record: dict[str, Any]) -> list[str]:
    return [variable["name"] for variable in record["variables"]]


def test_one_record_for_each_program_in_order(records: dict[str, Any]) -> None:
    assert list(records) == [*PROGRAMS, "missing"]
    assert {record["python"] for record in records.values()} == {"{}.{}".format(*sys.version_info)}


def test_missing_variable(records: dict[str, Any]) -> None:
    raised = _raised(records["raising"])
    assert raised["type"] == "ValueError"
    assert raised["message"].startswith("Variable new does not exist")
    assert (raised["line"], raised["function"]) == (10, "<module>")
    assert _names(records["raising"]) == ["before:0", "w:0"]
    asked = [(event.get("outcome"), event["name"]) for event in records["raising"]["events"]]
    assert asked == [
        ("created", "before"),
        ("created", "w"),
        (None, ""),
        ("shared", "before"),
        ("shared", "w"),
        ("refused", "new"),
    ]


def test_refused_variable_with_its_stack(records: dict[str, Any]) -> None:
    raised = _raised(records["refused"])
    assert raised["message"].startswith("Variable w already exists, disallowed.")
    assert raised["stack"] == [
        {"line": 8, "function": "<module>"},
        {"line": 5, "function": "build"},
    ]
    assert records["refused"]["events"][-1] == {
        "event": "VariableRequested",
        "name": "w",
        "outcome": "refused",
        "reason": "ValueError",
        "line": 5,
        "function": "build",
    }


def test_every_kind_of_variable(records: dict[str, Any]) -> None:
    assert _raised(records["sharing"]) is None
    found = [
        (one["name"], one["shape"], one["dtype"], one["trainable"], one["made_by"])
        for one in records["sharing"]["variables"]
    ]
    assert found == [
        ("a/w:0", [2, 3], "float32", False, "get_variable"),
        ("n:0", [], "int32", True, "Variable"),
        ("hits:0", [], "float32", False, "get_variable"),
        ("x:0", [], "float32", True, "get_variable"),
        ("x/Momentum:0", [], "float32", False, "get_variable"),
        ("any:0", None, "float32", True, "get_variable"),
    ]


def test_variables_of_all_graphs(records: dict[str, Any]) -> None:
    found = [(one["name"], one["shape"]) for one in records["two_graphs"]["variables"]]
    assert found == [("w:0", [1]), ("w:0", [2])]


def test_eager_variables_outlive_the_program(records: dict[str, Any]) -> None:
    assert _raised(records["eager"]) is None
    assert [(one["name"], one["trainable"]) for one in records["eager"]["variables"]] == [
        ("w:0", True),
        ("w:0", True),
        ("v:0", False),
    ]
    assert [event["outcome"] for event in records["eager"]["events"]] == ["created"] * 2


def test_what_is_refused_before_the_store_is_asked(records: dict[str, Any]) -> None:
    (event,) = records["early"]["events"]
    assert (event["name"], event["outcome"]) == ("w", "refused")


def test_an_error_that_is_not_tensorflows(records: dict[str, Any]) -> None:
    raised = _raised(records["library"])
    assert (raised["type"], raised["line"]) == ("JSONDecodeError", 2)


def test_a_program_that_never_ends(records: dict[str, Any]) -> None:
    raised = _raised(records["hanging"])
    assert (raised["type"], raised["message"]) == ("TimeLimitExceeded", "still running after 3 s")
    assert raised["line"] in (2, 3)


def test_a_process_that_has_to_be_killed(records: dict[str, Any]) -> None:
    assert _raised(records["deaf"])["message"] == "ended by signal 9"
    assert _raised(records["crashing"])["message"] == "ended by signal 6"
    assert {_raised(records[name])["type"] for name in ("deaf", "crashing")} == {"ProcessEnded"}


def test_system_exit(records: dict[str, Any]) -> None:
    assert _raised(records["exits"]) is None
    raised = _raised(records["exits_with_text"])
    assert (raised["type"], raised["message"], raised["line"]) == ("SystemExit", "no data", 2)


def test_a_program_that_cannot_be_parsed(records: dict[str, Any]) -> None:
    raised = _raised(records["broken"])
    assert (raised["type"], raised["line"], raised["stack"]) == ("SyntaxError", 2, [])


def test_a_program_that_is_not_there(records: dict[str, Any]) -> None:
    assert _raised(records["missing"])["type"] == "FileNotFoundError"


def test_the_recorder_hides_itself(records: dict[str, Any]) -> None:
    assert _raised(records["asks"])["type"] == "ModuleNotFoundError"
    assert _raised(records["talks"]) is None
