"""Libraries that programs stand in for: what is found in a program that uses them, and where."""

from __future__ import annotations

from pathlib import Path

import pytest

from scopecheck.engine import check_source
from scopecheck.models import check
from scopecheck.models.stand_ins import FOLDER, MODULES, is_stand_in
from scopecheck.source import read_file
from scopecheck.trace import Trace, Undecided

HEAD = """import prettytensor as pt
import tensorflow as tf

x = tf.placeholder(tf.float32, [4, 8])
z = tf.placeholder(tf.float32, [4, 3])


def judge(x):
    {scope}
        net = pt.wrap(x).fully_connected(16, activation_fn=tf.nn.relu)
        return net.fully_connected(1).tensor


with tf.variable_scope("g"):
    fake = pt.wrap(z).fully_connected(8).tensor
real_logit = judge(x)
fake_logit = judge(fake)
"""
TRAINED = """
def loss(logits, label):
    labels = label * tf.ones([4, 1])
    return tf.reduce_mean(tf.nn.sigmoid_cross_entropy_with_logits(labels=labels, logits=logits))


mine = [v for v in tf.trainable_variables() if v.name.startswith("fully_connected")]
others = [v for v in tf.trainable_variables() if v.name.startswith("g/")]
tf.train.AdamOptimizer().minimize(loss(real_logit, 1) + loss(fake_logit, 0), var_list=mine)
tf.train.AdamOptimizer().minimize(loss(fake_logit, 1), var_list=others)
"""


def test_a_network_that_is_called_again_without_reuse() -> None:
    program = HEAD.format(scope='with tf.variable_scope("d"):')
    (finding,) = check_source(program, "gan.py").result.findings
    assert (finding.code, finding.variable) == ("SCO101", "d/fully_connected/weights")
    assert finding.site.line == 10
    assert [label.site.line for label in finding.path] == [17]


def test_a_network_whose_layers_are_numbered_shares_nothing() -> None:
    program = HEAD.format(scope="if True:") + TRAINED
    (finding,) = check_source(program, "gan.py").result.findings
    assert (finding.code, finding.site.line) == ("SCO202", 17)


def traced(folder: Path, program: str) -> Trace:
    file = folder / "main.py"
    file.write_text(program, encoding="utf-8")
    return next(check.run([file], root=folder, loader=read_file, tensorflow="1.15"))


def undecided(trace: Trace) -> list[str]:
    return [event.what for event in trace.of(Undecided)]


@pytest.mark.parametrize(
    ("program", "what"),
    [
        ("import prettytensor as pt\npt.train.Runner()\n", "train.Runner"),
        ("import prettytensor as pt\npt.wrap([[1.0]]).unzip()\n", "prettytensor.unzip"),
        ("import prettytensor.funcs\nprettytensor.funcs.f()\n", "prettytensor.funcs.f"),
        ("import sugartensor as tf\ntf.sg_whatever(1)\n", "sugartensor.sg_whatever"),
        ("import sugartensor as tf\ntf.zeros([1]).sg_own()\n", "sg_own"),
    ],
)
def test_what_is_not_followed_is_undecided_by_its_name(
    tmp_path: Path, program: str, what: str
) -> None:
    assert undecided(traced(tmp_path, program)) == [what]


def test_the_project_has_a_module_of_that_name(tmp_path: Path) -> None:
    (tmp_path / "prettytensor.py").write_text("def wrap(x):\n    return [x]\n", encoding="utf-8")
    trace = traced(tmp_path, "import prettytensor\nimport tensorflow as tf\nprettytensor.wrap(1)\n")
    assert undecided(trace) == []
    assert trace.endings[0].holdings == ()


def test_sites_are_the_program_s(tmp_path: Path) -> None:
    program = "import sugartensor as tf\nx = tf.zeros([2, 3])\nx.sg_dense(dim=4, bn=True)\n"
    trace = traced(tmp_path, program)
    files = {Path(path[0].file).name for held in trace.endings[0].holdings for path in held.paths}
    lines = [path[-1].line for held in trace.endings[0].holdings for path in held.paths]
    assert files == {"main.py"}
    assert set(lines) == {1, 3}


def test_stand_ins_are_found_by_their_names() -> None:
    assert MODULES["prettytensor"] == FOLDER / "prettytensor"
    assert is_stand_in(MODULES["prettytensor.layers"])
    assert not is_stand_in(FOLDER.parent / "stand_ins.py")


def test_layers_on_what_is_not_known_split_no_path(tmp_path: Path) -> None:
    program = (
        "import prettytensor as pt\n"
        "import tensorflow as tf\n"
        "import sonnet\n"
        "x = pt.wrap(sonnet.make())\n"
        "x.conv2d(3, 4, bias=None).flatten().fully_connected(5)\n"
        "x.embedding_lookup(10, [5])\n"
        "pt.global_step()\n"
    )
    trace = traced(tmp_path, program)
    assert set(undecided(trace)) == {"sonnet.make"}
    (ending,) = trace.endings
    names = [held.variable.name for held in ending.holdings]
    assert names == [
        "conv2d/weights:0",
        "fully_connected/weights:0",
        "fully_connected/bias:0",
        "embedding_lookup/params:0",
        "global_step:0",
    ]
