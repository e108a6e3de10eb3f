"""Which files may have to do with each other."""

from __future__ import annotations

import pytest

from scopecheck.families import families
from scopecheck.source import read_bytes


def parted(**texts: str) -> list[set[str]]:
    """The files' stems, by family."""
    names = {name: f"{name.replace('__in__', '/__init__')}.py" for name in texts}
    sources = {names[name]: read_bytes(text.encode(), names[name]) for name, text in texts.items()}
    return [set(one) for one in families(sources)]


@pytest.mark.parametrize(
    "text",
    [
        "import b",
        "import os, b as net",
        "from b import f",
        "from .b import *",
        "from . import b",
        "from . import (  # all\n    a1,\n    b,\n)",
        "import os, \\\n    b",
        "if x:\n    import b",
        "importlib.import_module('pkg.b')",
        "exec(open('b.py').read())",
    ],
)
def test_an_import_joins(text: str) -> None:
    assert parted(a=text, b="", c="import os\nb = 'b'") == [{"a.py", "b.py"}, {"c.py"}]


def test_what_two_files_import_joins_them() -> None:
    assert parted(a="import net", b="import net", net="", c="") == [
        {"a.py", "b.py", "net.py"},
        {"c.py"},
    ]


def test_a_package_is_called_by_its_folder() -> None:
    assert parted(a="import pkg", pkg__in__="") == [{"a.py", "pkg/__init__.py"}]
