from __future__ import annotations

from pathlib import Path

import pytest

from scopecheck.config import Config, ConfigError, load
from scopecheck.rules.selection import Selection


def written(directory: Path, text: str) -> Path:
    (directory / "pyproject.toml").write_text(text, encoding="utf-8")
    return directory


def test_everything(tmp_path: Path) -> None:
    written(
        tmp_path,
        """
[tool.scopecheck]
select = ["SCO1", "name-scope-ignored"]
ignore = ["sco106"]
per-file-ignores = { "old/*" = ["ALL"] }
exclude = ["vendored"]
output-format = "concise"
tensorflow-version = "2.21"
python2-division = true
keras-version = "3"
""",
    )
    assert load(tmp_path / "sub" / "a.py") == Config(
        root=tmp_path,
        selection=Selection(("SCO1", "SCO201"), ("SCO106",)),
        per_file_ignores={"old/*": ("ALL",)},
        exclude=("vendored",),
        output_format="concise",
        tensorflow="2.21",
        python2_division=True,
        keras="3",
    )


def test_the_nearest_file_with_a_table_counts(tmp_path: Path) -> None:
    inner = tmp_path / "inner"
    inner.mkdir()
    written(tmp_path, "[tool.scopecheck]\nexclude = ['outer']\n")
    written(inner, "[tool.other]\n")
    assert load(inner).exclude == ("outer",)
    written(inner, "[tool.scopecheck]\n")
    assert load(inner).exclude == ()


def test_without_a_file(tmp_path: Path) -> None:
    assert load(tmp_path).selection == Selection()


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("selct = []", "unknown setting 'selct'; did you mean 'select'?"),
        ("foo = []", "unknown setting 'foo' (known: baseline, exclude, ignore,"),
        ("select = ['SCO1O1']", "no rule is called 'SCO1O1'; did you mean 'SCO101'?"),
        ("select = ['reuse-colision']", "did you mean 'reuse-collision'?"),
        ("output-format = 'srif'", "'srif' is no format; did you mean 'sarif'? (known: "),
        ("select = 'SCO101'", "select: a list of strings is needed"),
        ("select = ['SCO999']", "select: no rule is called 'SCO999'"),
        ("per-file-ignores = []", "per-file-ignores: a table of patterns"),
        ("output-format = 'xml'", "output-format: 'xml' is no format"),
        ("tensorflow-version = '1.4'", "'1.4' is not modelled (known: 0.12, 1.15, 2.21)"),
        ("keras-version = '1'", "'1' is not modelled (known: 2, 3)"),
        ("tensorflow-version = 1.15", "tensorflow-version: a string is needed"),
        ("python2-division = 1", "python2-division: true or false is needed"),
        ("exclude = [", "pyproject.toml: "),
    ],
)
def test_complaints(tmp_path: Path, line: str, complaint: str) -> None:
    written(tmp_path, f"[tool.scopecheck]\n{line}\n")
    with pytest.raises(ConfigError) as caught:
        load(tmp_path)
    assert complaint in str(caught.value)
    assert "\n" not in str(caught.value)


def test_the_table_is_a_table(tmp_path: Path) -> None:
    written(tmp_path, "[tool]\nscopecheck = 1\n")
    with pytest.raises(ConfigError, match="not a table"):
        load(tmp_path)
