"""Options of the command line that are None unless they are given, and what they are then."""

from __future__ import annotations

from pathlib import Path

from scopecheck.config import Config
from scopecheck.engine import check_paths

PROGRAM = """
import argparse

import tensorflow as tf

parser = argparse.ArgumentParser()
parser.add_argument("--load")
parser.add_argument("--size", type=int)
parser.add_argument("--sizes", nargs="*")
args = parser.parse_args()


def kind(value):
    if not value:
        return "nothing"
    if isinstance(value, list):
        return "list"
    if isinstance(value, str):
        return "text"
    if isinstance(value, (int, float)):
        return "number"
    tf.get_variable("v", [1])
    tf.get_variable("v", [1])


with tf.variable_scope("a"):
    for name in ("load", "size", "sizes"):
        tf.get_variable(name + "_" + kind(getattr(args, name)), [1])
if args.load is not None and not isinstance(args.load, str):
    kind(tf)
if isinstance(args.size, int) and args.size is None:
    kind(tf)
"""


def test_an_option_has_the_type_that_it_is_given_as(tmp_path: Path) -> None:
    (tmp_path / "program.py").write_text(PROGRAM)
    found = check_paths([str(tmp_path / "program.py")], Config(root=tmp_path)).result
    assert (len(found.findings), found.undecided) == (0, 0)


def test_an_option_of_an_unknown_type_may_be_anything(tmp_path: Path) -> None:
    program = PROGRAM.replace('"--load")', '"--load", type=eval)')
    (tmp_path / "program.py").write_text(program)
    found = check_paths([str(tmp_path / "program.py")], Config(root=tmp_path)).result
    assert {one.code for one in found.findings} == {"SCO101"}
