"""The command line. A command is imported when it is named, and what it needs when it runs."""

from __future__ import annotations

import importlib
import os
import sys
from typing import NoReturn

import click

from scopecheck import __version__

FAILED = 2
# As a shell reports a program that a signal ended: SIGINT, SIGPIPE.
INTERRUPTED, UNREAD = 130, 141

COMPLETE = "_SCOPECHECK_COMPLETE"
"""The variable by which a shell asks for completions."""

COMMANDS = ("check", "variables", "rule", "verify", "train", "compare", "server", "completion")
"""The modules of ``scopecheck.commands``, in the order in which --help shows them."""


class Commands(click.Group):
    """The commands; ``check`` may be left out: ``scopecheck PATH`` is ``scopecheck check PATH``."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if not args and not ctx.resilient_parsing:
            raise click.UsageError("give a file or a directory to check (or --help)")
        if args and args[0] not in (*COMMANDS, "--help", "-h", "--version"):
            _complain_if_misspelt(args[0])
            args = ["check", *args]
        return super().parse_args(ctx, args)

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"scopecheck.commands.{cmd_name}")
        command: click.Command = module.command
        return command


def _complain_if_misspelt(word: str) -> None:
    """A word that is no path, and almost a command, was meant as one."""
    if word.startswith("-") or os.path.exists(word):
        return
    from difflib import get_close_matches

    for command in get_close_matches(word, COMMANDS, 1, cutoff=0.75):
        raise click.UsageError(f"{word!r} is no file and no command; did you mean {command!r}?")


@click.group(
    cls=Commands,
    no_args_is_help=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(__version__, message="scopecheck %(version)s")
def cli() -> None:
    """Find variable-sharing bugs in TensorFlow programs before they run.

    `scopecheck PATH...` is short for `scopecheck check PATH...`.
    """


def main() -> NoReturn:
    """The entry point: exits with 0, 1 for findings, 2 for what could not be done."""
    try:
        if COMPLETE in os.environ:
            from click.shell_completion import shell_complete

            sys.exit(shell_complete(cli, {}, "scopecheck", COMPLETE, os.environ[COMPLETE]))
        with cli.make_context("scopecheck", sys.argv[1:]) as context:
            cli.invoke(context)
        sys.stdout.flush()
    except click.exceptions.Exit as end:
        sys.exit(end.exit_code)
    except click.ClickException as error:
        click.echo(f"scopecheck: {error.format_message()}", err=True)
        sys.exit(FAILED)
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    except BrokenPipeError:
        # Nobody reads on; Python would complain once more when it flushes at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(UNREAD)
    sys.exit(0)
