"""The documentation: rules, options and settings are all there, and what it shows is true.

SCOPECHECK_REWRITE_GOLDEN=1 puts what the commands print into the pages anew.
"""

from __future__ import annotations

import importlib.util
import io
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from types import ModuleType

import click
import pytest

from scopecheck.cli import cli, main
from scopecheck.config import _SETTINGS
from scopecheck.fixes import FIXERS
from scopecheck.report import format_names
from scopecheck.rules import all_rules

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
PAGES = sorted(DOCS.glob("*.md"))
BLOCK = re.compile(r"```console\n\$ scopecheck (.*)\n((?:.*\n)*?)```\n")


def generator() -> ModuleType:
    spec = importlib.util.spec_from_file_location("pages", DOCS / "pages.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def generated() -> dict[str, str]:
    pages: dict[str, str] = generator().pages()
    return pages


def first_cells(text: str) -> list[str]:
    """The words in code style that begin a table's rows."""
    return re.findall(r"^\| `([^`]+)`", text, re.MULTILINE)


def commands() -> Iterator[tuple[str, click.Command]]:
    context = click.Context(cli)
    for name in cli.list_commands(context):
        command = cli.get_command(context, name)
        assert command is not None
        yield name, command


class Options:
    """Takes the place of pytest's parser, and remembers what it is told."""

    def __init__(self) -> None:
        self.ini: list[str] = []
        self.options: list[str] = []

    def getgroup(self, name: str) -> Options:
        return self

    def addoption(self, *words: str, **more: object) -> None:
        self.options.extend(words)

    def addini(self, name: str, *words: object, **more: object) -> None:
        self.ini.append(name)


def test_every_rule_has_a_page(generated: dict[str, str]) -> None:
    documented = {name for name in generated if re.fullmatch(r"rules/SCO\d{3}\.md", name)}
    assert documented == {f"rules/{code}.md" for code in all_rules()}
    for code, entry in all_rules().items():
        page, rule = generated[f"rules/{code}.md"], entry.rule
        parts = [rule.summary, rule.why, rule.wrong, rule.right, rule.cannot_see]
        assert [part for part in parts if part not in page] == []
        assert f"[{code}]({code}.md)" in generated["rules/index.md"]


def test_no_page_speaks_of_rules_that_are_not_there() -> None:
    named = {code for page in PAGES for code in re.findall(r"SCO\d{3}", page.read_text())}
    assert named <= set(all_rules())


def test_every_option_is_in_the_reference(generated: dict[str, str]) -> None:
    page = generated["command-line.md"]
    for name, command in commands():
        _, _, section = page.partition(f"## scopecheck {name}\n")
        section = section.partition("\n## ")[0]
        options = {
            option
            for parameter in command.params
            if isinstance(parameter, click.Option)
            for option in parameter.opts
        }
        assert {option for option in options if option not in section} == set()


def test_every_option_says_what_it_does() -> None:
    silent = [
        (name, parameter.name)
        for name, command in commands()
        for parameter in command.params
        if isinstance(parameter, click.Option) and not parameter.help
    ]
    assert silent == []


def test_every_setting_is_documented() -> None:
    page = (DOCS / "configuration.md").read_text(encoding="utf-8")
    assert first_cells(page) == list(_SETTINGS)
    example = page.partition("```toml\n[tool.scopecheck]\n")[2].partition("```")[0]
    assert re.findall(r"^([\w-]+) =", example, re.MULTILINE) == list(_SETTINGS)


def test_every_option_of_the_pytest_plugin_is_documented() -> None:
    from scopecheck import pytest_plugin

    page = (DOCS / "pytest.md").read_text(encoding="utf-8")
    parser = Options()
    pytest_plugin.pytest_addoption(parser)  # type: ignore[arg-type]
    assert [name for name in first_cells(page) if name in parser.ini] == parser.ini
    assert [word for word in parser.options if f"pytest {word}" not in page] == []


def test_every_format_is_in_the_help() -> None:
    (check,) = [command for name, command in commands() if name == "check"]
    (option,) = [one for one in check.params if one.name == "formats"]
    assert isinstance(option, click.Option)
    assert [name for name in format_names() if name not in (option.help or "")] == []


def test_every_fix_is_documented() -> None:
    page = (DOCS / "fixes.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (SCO[^|]*) \|", page, re.MULTILINE)
    assert {code for row in rows for code in row.split(", ")} == set(FIXERS)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_commands_print_what_is_shown(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    text = page.read_text(encoding="utf-8")
    true = BLOCK.sub(lambda match: _block(match[1], monkeypatch), text)
    if os.environ.get("SCOPECHECK_REWRITE_GOLDEN"):
        page.write_text(true, encoding="utf-8")
        text = true
    assert text == true


@pytest.mark.skipif(importlib.util.find_spec("mkdocs") is None, reason="mkdocs is not installed")
def test_the_site_is_built(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"]
    done = subprocess.run(
        [*command, "--site-dir", str(tmp_path)], cwd=ROOT, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    built = {path.parent.name for path in tmp_path.glob("rules/*/index.html")}
    assert built == set(all_rules())
    for page in PAGES:
        name = "index.html" if page.stem == "index" else f"{page.stem}/index.html"
        assert (tmp_path / name).is_file()


def _block(words: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """A command and what it prints, as a page shows them."""
    monkeypatch.setattr(sys, "argv", ["scopecheck", *shlex.split(words)])
    out = io.StringIO()
    with redirect_stdout(out), redirect_stderr(io.StringIO()), pytest.raises(SystemExit):
        main()
    return f"```console\n$ scopecheck {words}\n{out.getvalue()}```\n"
