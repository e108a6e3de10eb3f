"""Programs of several commands: each is followed with its own options."""

from __future__ import annotations

import pytest
from predictions import made, traced

TRAIN = "def train(size, depth=2):\n    tf.get_variable('w', [size, depth])\n"
TEST = "def test(size):\n    tf.get_variable('v', [size])\n"


def made_by(program: str) -> dict[tuple[str, ...], list[tuple[str, tuple[object, ...]]]]:
    """What is made under which conditions: names and shapes."""
    found = {}
    for ending in traced(program).endings:
        assert ending.error is None, ending.error
        variables = [held.variable for held in ending.holdings]
        shapes = [
            tuple(one if isinstance(one, int) else None for one in v.shape or ()) for v in variables
        ]
        found[ending.when] = [(v.name, shape) for v, shape in zip(variables, shapes, strict=True)]
    return found


FIRST, SECOND = ("the command == 'train'",), ("not (the command == 'train')",)


def test_subcommands_of_argparse() -> None:
    program = f"""
import argparse
{TRAIN}{TEST}
common = argparse.ArgumentParser(add_help=False)
common.add_argument("--size", type=int, default=3)
parser = argparse.ArgumentParser()
commands = parser.add_subparsers()
one = commands.add_parser("train", parents=[common])
one.add_argument("--depth", type=int, default=4)
one.set_defaults(run=lambda args: train(args.size, args.depth))
other = commands.add_parser("test", parents=[common])
other.set_defaults(run=lambda args: test(args.size), size=5)
args = parser.parse_args()
args.run(args)
"""
    assert made_by(program) == {FIRST: [("w:0", (3, 4))], SECOND: [("v:0", (5,))]}


def test_the_name_of_the_subcommand_is_an_option_too() -> None:
    program = f"""
import argparse
{TRAIN}{TEST}
parser = argparse.ArgumentParser()
commands = parser.add_subparsers(dest="command")
for name in ("train", "test"):
    commands.add_parser(name).add_argument("--size", type=int, default=len(name))
args = parser.parse_args()
function = globals()[args.command]
del args.command
function(**vars(args))
"""
    first, second = ("--command == 'train'",), ("not (--command == 'train')",)
    assert made_by(program) == {first: [("w:0", (5, 2))], second: [("v:0", (4,))]}


def test_a_command_line_that_is_known_names_the_subcommand() -> None:
    program = f"""
import argparse
{TRAIN}{TEST}
parser = argparse.ArgumentParser()
parser.add_argument("--before", default="a")
commands = parser.add_subparsers(dest="command")
for name in ("train", "test"):
    commands.add_parser(name).add_argument("--size", type=int)
args = parser.parse_args(["--before", "b", "test", "--size", "7"])
{{"train": train, "test": test}}[args.command](args.size)
tf.get_variable(args.before, [1])
"""
    assert made(program) == ["v", "b"]


def test_groups_of_click() -> None:
    program = """
import click


@click.group()
@click.option("--debug/--no-debug", default=False)
def cli(debug):
    tf.get_variable("common", [1])


@cli.command()
@click.option("-s", "--size", "width", default="3", type=int)
@click.argument("path")
def train(width, path):
    tf.get_variable("w", [width])


@click.command(name="evaluate")
@click.option("--n-steps", default=2)
def test(n_steps):
    tf.get_variable("v", [n_steps])


cli.add_command(test)
if __name__ == "__main__":
    cli()
"""
    first = ("the command == 'evaluate'",)
    second = ("not (the command == 'evaluate')",)
    common = ("common:0", (1,))
    assert made_by(program) == {first: [common, ("v:0", (2,))], second: [common, ("w:0", (3,))]}


@pytest.mark.parametrize(
    "call",
    [
        "fire.Fire({'train': lambda size=3: train(size), 'test': lambda: test(5)})",
        "fire.Fire(Commands)",
        "fire.Fire(Commands(3))",
    ],
)
def test_components_of_fire(call: str) -> None:
    program = f"""
import fire
{TRAIN}{TEST}

class Commands(object):
    def __init__(self, size=3):
        self.size = size

    def train(self):
        train(self.size)

    def test(self):
        test(5)


{call}
"""
    found = made_by(program)
    wanted = [[("v:0", (5,))], [("w:0", (3, 2))]]
    assert sorted(found.values()) == wanted
