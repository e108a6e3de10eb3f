"""Programs for TensorFlow before 1.0 are told by what only they may call, and judged as in 0.12."""

from __future__ import annotations

from pathlib import Path

import pytest

from scopecheck.config import Config
from scopecheck.engine import check_file, check_source
from scopecheck.models import check
from scopecheck.repair import repair
from scopecheck.report.data import finding_data
from scopecheck.report.details import paragraph
from scopecheck.source import read_file

PROGRAM = """
import tensorflow as tf


def score(image, label, reuse=False):
    if reuse:
        tf.get_variable_scope().reuse_variables()
    joined = {joined}
    weights = tf.get_variable("weights", [4, 4])
    return tf.reduce_sum(tf.matmul(joined, weights))


label = tf.placeholder(tf.float32, [8, 1])
real = score(tf.placeholder(tf.float32, [8, 3]), label)
fake = score(tf.zeros([8, 3]), label, reuse=True)
tf.train.AdamOptimizer().minimize(real - fake)
tf.get_variable("weights", [5, 4])
"""


@pytest.mark.parametrize(
    ("joined", "codes"),
    [
        ("tf.concat([image, label], 1)", ["SCO107"]),
        ("tf.concat(1, [image, label])", ["SCO104"]),
        ("tf.concat(concat_dim=1, values=[image, label])", ["SCO104"]),
    ],
)
def test_slots_are_in_the_store_since_1(joined: str, codes: list[str]) -> None:
    found = check_source(PROGRAM.format(joined=joined), "program.py").result
    assert [finding.code for finding in found.findings] == codes
    assert not found.undecided


BODY = """
import tensorflow as tf

x = tf.placeholder(tf.float32, [8, 3])
{first}
{second}
"""
OLD = (
    "tf.concat(1, [x, x])",
    "tf.split(0, 2, x)",
    "tf.split(split_dim=0, num_split=2, value=x)",
    "tf.mul(x, 2.0)",
    "tf.nn.sigmoid_cross_entropy_with_logits(x, x)",
    "tf.nn.sigmoid_cross_entropy_with_logits(logits=x, targets=x)",
    "tf.nn.nce_loss(tf.zeros([9, 3]), tf.zeros([9]), x, tf.zeros([8, 1], tf.int32), 2, 9)",
    "from tensorflow import pack",
)
NEW = (
    "tf.concat([x, x], 1)",
    "tf.split(x, 2, 0)",
    "tf.split(x, num_or_size_splits=2, axis=0)",
    "tf.layers.dense(x, 2)",
    "tf.nn.sigmoid_cross_entropy_with_logits(logits=x, labels=x)",
    "tf.get_variable('w', [2], initializer=tf.zeros_initializer())",
    "tf.nn.nce_loss(tf.zeros([9, 3]), tf.zeros([9]), tf.zeros([8, 1], tf.int32), x, 2, 9)",
    "tf.reshape(x, [x.shape[0], 3])",
)
BOTH = ("tf.reduce_sum(x, 1)", "tf.stack([x, x])", "tf.Variable(1.0)")


def version(tmp_path: Path, first: str, second: str) -> tuple[str, bool]:
    """The version that a program of two statements is judged by, and whether it gets through."""
    path = tmp_path / "program.py"
    path.write_text(BODY.format(first=first, second=second), encoding="utf-8")
    (trace,) = check.run([path], root=tmp_path, loader=read_file)
    return trace.tensorflow, all(ending.error is None for ending in trace.endings)


@pytest.mark.parametrize("old", OLD)
@pytest.mark.parametrize("both", BOTH)
def test_one_old_call_tells(tmp_path: Path, old: str, both: str) -> None:
    assert version(tmp_path, old, both) == version(tmp_path, both, old) == ("0.12", True)


@pytest.mark.parametrize("new", NEW)
def test_new_calls_are_for_1_15(tmp_path: Path, new: str) -> None:
    assert version(tmp_path, BOTH[0], new) == ("1.15", True)


@pytest.mark.parametrize("old", OLD)
@pytest.mark.parametrize("new", NEW)
def test_what_no_tensorflow_runs_is_left_to_1_15(tmp_path: Path, old: str, new: str) -> None:
    assert version(tmp_path, old, new) == version(tmp_path, new, old) == ("1.15", False)


UNREACHED = """
import tensorflow as tf


def join(x, y):
    return tf.concat(1, [x, y])


def network(x):
    with tf.variable_scope("net"):
        return tf.matmul(x, tf.get_variable("w", [3, 2]))


loss = tf.reduce_sum(network(tf.zeros([4, 3])))
tf.get_variable_scope().reuse_variables()
tf.train.AdamOptimizer().minimize(loss)
"""


def test_what_is_never_called_tells_nothing_of_the_rest() -> None:
    (finding,) = check_source(UNREACHED, "program.py").result.findings
    assert (finding.code, finding.tensorflow) == ("SCO107", "")


LATE = """
import tensorflow as tf

cell = tf.nn.rnn_cell.BasicLSTMCell(5)
x = tf.zeros([3, 7, 4])
stacked = tf.nn.rnn_cell.MultiRNNCell([cell] * 2)
tf.nn.dynamic_rnn(stacked, x, dtype=tf.float32)
joined = tf.concat(1, [x, x])
tf.nn.dynamic_rnn(stacked, x, dtype=tf.float32)
"""


def test_an_error_that_only_later_versions_raise_before_the_old_call() -> None:
    (finding,) = check_source(LATE, "program.py").result.findings
    assert (finding.code, finding.tensorflow) == ("SCO101", "0.12")
    assert finding.variable == "RNN/MultiRNNCell/Cell0/BasicLSTMCell/Linear/Matrix"


HANDLED = """
try:
    multiply = tf.mul
    tf.concat(1, [x, x])
except (AttributeError, TypeError, ValueError):
    multiply = tf.multiply
"""


def test_a_program_for_both_is_for_1_15(tmp_path: Path) -> None:
    assert version(tmp_path, HANDLED, "multiply(x, 2.0)") == ("1.15", True)


FOLDER = Path(__file__).parents[1] / "conformance" / "programs" / "before_one"


@pytest.mark.parametrize("path", sorted(FOLDER.rglob("*.py")), ids=lambda path: path.stem)
def test_recorded_programs_tell(path: Path) -> None:
    trace = next(check.run([path], root=FOLDER, loader=read_file))
    assert trace.tensorflow == "0.12"


REPORTS = {
    "cell_step_by_step": "SCO101",
    "condition_of_other_width": "SCO104",
    "generator_after_reuse": "SCO204",
    "projection_in_reusing_scope": "SCO204",
    "sampling_model": "SCO101",
    "siamese_scope": "SCO101",
    "stacked_directions": "SCO101",
    "translation_twice": "SCO101",
    "two_readers": "SCO101",
    "variable_is_not_found": "SCO103",
}


def test_reports() -> None:
    programs = sorted((FOLDER / "reports").glob("*.py"))
    found = {
        path.stem: [(one.code, one.tensorflow) for one in check_file(path).result.findings]
        for path in programs
    }
    assert found == {name: [(code, "0.12")] for name, code in REPORTS.items()}


LIBRARY = """
import tensorflow as tf


def network(x):
    with tf.variable_scope("net"):
        return tf.matmul(tf.concat(1, [x, x]), tf.get_variable("w", [6, 2]))


def again():
    x = tf.zeros([4, 3])
    network(x)
    return network(x)
"""


def test_functions_that_no_script_reaches() -> None:
    (finding,) = check_source(LIBRARY, "library.py").result.findings
    assert finding.code == "SCO101"
    assert finding.tensorflow == "0.12"
    assert finding.error is not None
    assert "Did you mean to set reuse=True in VarScope?" in finding.error.message
    assert "tensorflow 0.12: ValueError: Variable net/w already exists" in paragraph(finding)
    assert finding_data(finding)["tensorflow"]["version"] == "0.12"


FIXED = """
import tensorflow as tf


def network(x{parameter}):
    with tf.variable_scope("net"{reuse}):
        return tf.matmul(tf.mul(x, x), tf.get_variable("w", [3, 2]))


x = tf.zeros([4, 3])
network(x)
network(x{given})
"""


@pytest.mark.parametrize(
    ("parameter", "reuse", "given"),
    [("", "", ""), (", reuse=None", ", reuse=reuse", ", reuse=True")],
)
def test_no_fix_asks_for_what_came_later(
    tmp_path: Path, parameter: str, reuse: str, given: str
) -> None:
    path = tmp_path / "program.py"
    path.write_text(FIXED.format(parameter=parameter, reuse=reuse, given=""), encoding="utf-8")
    done = repair([path], Config(root=tmp_path), unsafe=True)
    assert len(done.fixed) == len(done.changes) == bool(parameter)
    for _, text in done.changes.values():
        assert text.decode() == FIXED.format(parameter=parameter, reuse=reuse, given=given)


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_an_import_in_a_docstring_names_nothing(tmp_path: Path, end: str) -> None:
    says = '"""\nAs in\n    from parts import\n"""\n'
    program = says + PROGRAM.format(joined="tf.concat([image, label], 1)")
    path = tmp_path / "program.py"
    path.write_bytes(program.replace("\n", end).encode())
    result = check_file(path).result
    assert [finding.code for finding in result.findings] == ["SCO107"]
    assert not result.failures
