"""Bars that show how far a loop has come change nothing else; objects of classes from outside."""

from __future__ import annotations

import pytest
from predictions import made, traced

from scopecheck.trace import GraphRestored, Undecided


@pytest.mark.parametrize(
    ("loop", "names"),
    [
        ("from tqdm import tqdm\nfor i in tqdm(range(2)):", ["v0", "v1"]),
        ("from tqdm import trange\nfor i in trange(1, 3, desc='epoch'):", ["v1", "v2"]),
        ("import tqdm\nfor i in tqdm.tqdm([3, 5]):", ["v3", "v5"]),
        ("import tqdm.auto\nfor i in tqdm.auto.tqdm([3, 5]):", ["v3", "v5"]),
        ("from tqdm import tqdm\nfor _, i in enumerate(tqdm((4, 6), total=2)):", ["v4", "v6"]),
        ("from tqdm import tqdm\nfor i in tqdm(one for one in [7]):", ["v7"]),
        ("from tqdm import tqdm_notebook\nfor i in list(tqdm_notebook(iterable=[8])):", ["v8"]),
    ],
)
def test_a_loop_over_a_bar(loop: str, names: list[str]) -> None:
    assert made(f"{loop}\n    tf.get_variable('v%d' % i, [1])\n") == names


def test_what_a_bar_is_asked_for() -> None:
    program = """
from tqdm import tqdm, trange
bar = tqdm(range(2))
for i in bar:
    bar.set_description("step %d" % i)
    bar.set_postfix(loss=0.5)
    tqdm.write("done")
with trange(2) as bar:
    for i in bar:
        bar.set_description("%d" % i)
with tqdm(total=3) as bar:
    bar.update(1)
    left = bar.total - bar.n
bar.close()
tf.get_variable("after", [1])
"""
    trace = traced(program)
    assert not list(trace.of(Undecided))
    assert made(program) == ["after"]


def test_a_saver_of_the_programs_own() -> None:
    program = """
class FastSaver(tf.train.Saver):
    def save(self, sess, path):
        super(FastSaver, self).save(sess, path, write_meta_graph=False)


tf.get_variable("w", [1])
saver = FastSaver()
with tf.Session() as sess:
    saver.restore(sess, "model")
    saver.save(sess, "model")
"""
    trace = traced(program)
    assert not list(trace.of(Undecided))
    assert len(list(trace.of(GraphRestored))) == 1
