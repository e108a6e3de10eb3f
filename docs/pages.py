"""The pages that are generated when the site is built: the rules, and the command line.

mkdocs calls ``on_files``; everything comes from the program itself, so that it cannot differ.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import click

from scopecheck.cli import cli
from scopecheck.fixes import FIXERS
from scopecheck.rules import Rule, all_rules


def on_files(files: Any, config: Any) -> Any:
    """Add the generated pages to those that were found."""
    from mkdocs.structure.files import File

    for name, text in pages().items():
        files.append(File.generated(config, name, content=text))
    return files


def pages() -> dict[str, str]:
    """The text of each generated page by its path."""
    rules = [entry.rule for entry in all_rules().values()]
    return {
        "rules/index.md": "\n".join(rule_list(rules)),
        **{f"rules/{rule.code}.md": "\n".join(rule_page(rule)) for rule in rules},
        "command-line.md": "\n".join(command_line()),
    }


def rule_list(rules: list[Rule]) -> Iterator[str]:
    """The page that leads to all rules."""
    yield "# Rules\n"
    yield "`error`: TensorFlow raises here. `warning`: the program runs, and shares or trains"
    yield "something else than it says. `note`: what could not be decided.\n"
    yield "| code | name | severity | meaning | fix |"
    yield "|---|---|---|---|---|"
    for rule in rules:
        fix = "yes" if rule.code in FIXERS else ""
        name = f"[{rule.code}]({rule.code}.md)"
        yield f"| {name} | {rule.name} | {rule.severity.value} | {rule.summary} | {fix} |"


def rule_page(rule: Rule) -> Iterator[str]:
    """A rule's page: what, why, TensorFlow's words, wrong, right, what it cannot see."""
    yield f"# {rule.code}: {rule.name}\n"
    yield f"**{rule.summary}** ({rule.severity.value})\n"
    yield f"## Why\n\n{rule.why}\n"
    if rule.tensorflow_message is not None:
        yield f"## What TensorFlow says\n\n```text\n{rule.tensorflow_message}\n```\n"
    yield f"## Wrong\n\n```python\n{rule.wrong}```\n"
    yield f"## Right\n\n```python\n{rule.right}```\n"
    if rule.code in FIXERS:
        yield "## Fix\n"
        yield "`scopecheck check --fix` can repair some of these: see [Fixes](../fixes.md).\n"
    yield f"## What it cannot see\n\n{rule.cannot_see}\n"
    yield "## Suppressing it\n"
    yield f"`# scopecheck: ignore[{rule.code}] reason` on the line, or "
    yield f'`ignore = ["{rule.code}"]` in the [configuration](../configuration.md).'


def command_line() -> Iterator[str]:
    """The reference of all commands and their options."""
    yield "# Command line\n"
    yield "`scopecheck PATH...` is short for `scopecheck check PATH...`. The exit code is 0 if"
    yield "nothing was found, 1 for findings, 2 if something could not be done.\n"
    context = click.Context(cli, info_name="scopecheck")
    for name in cli.list_commands(context):
        command = cli.get_command(context, name)
        assert command is not None
        inner = click.Context(command, info_name=name, parent=context)
        yield f"## scopecheck {name}\n"
        yield f"```text\n{command.get_usage(inner).removeprefix('Usage: ')}\n```\n"
        yield f"{' '.join((command.help or '').split())}\n"
        yield from _options(command, inner)


def _options(command: click.Command, context: click.Context) -> Iterator[str]:
    rows = [
        record
        for parameter in command.get_params(context)
        if (record := parameter.get_help_record(context)) is not None
    ]
    if rows:
        yield "| option | meaning |"
        yield "|---|---|"
    for names, text in rows:
        shown = names.replace("|", "\\|")
        yield f"| `{shown}` | {text} |"
    yield ""
