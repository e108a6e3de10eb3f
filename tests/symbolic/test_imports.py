"""Imports across the files of a project."""

from __future__ import annotations

from interpreting import HEAD, Runs


def test_a_module_runs_once(runs: Runs) -> None:
    other = HEAD + "word('other')\nx = 1\n"
    (end,) = runs("import other\nimport other as again\nfrom other import x\nword(x)", other=other)
    assert end.words == ("other", "1")


def test_packages_and_relative_imports(runs: Runs) -> None:
    (end,) = runs(
        "from pack.inner.leaf import value\nimport pack.side\n"
        "word(value, pack.side.name, pack.top)",
        **{
            "pack/__init__": "top = 'top'",
            "pack/inner/__init__": "",
            "pack/inner/leaf": "from ..side import name\nfrom . import twig\nvalue = name + twig.x",
            "pack/inner/twig": "x = '!'",
            "pack/side": "name = 'side'",
        },
    )
    assert end.words == ("side!", "side", "top")


def test_star_imports_respect_all(runs: Runs) -> None:
    program = """
        from one import *
        from two import *
        word(a, b)
        try:
            word(_hidden)
        except NameError:
            pass
    """
    (end,) = runs(program, one="a = 1\n_hidden = 2", two="__all__ = ['b']\nb = 3\na = 4")
    assert end.words[:2] == ("1", "3")


def test_circular_imports_see_what_is_there(runs: Runs) -> None:
    (end,) = runs(
        "import first\nword(first.late(), first.early)",
        first="early = 1\nimport second\ndef late(): return second.seen",
        second="import first\nseen = first.early",
    )
    assert end.words == ("1", "1")


def test_implicit_relative_imports_of_python_2(runs: Runs) -> None:
    (end,) = runs(
        "from pack import leaf\nword(leaf.x)",
        **{
            "pack/__init__": "",
            "pack/leaf": "import twig\nx = twig.x",
            "pack/twig": "x = 'twig'",
        },
    )
    assert end.words == ("twig",)


def test_functions_run_in_their_own_module(runs: Runs) -> None:
    (end,) = runs(
        "import other\nn = 'mine'\nother.bump()\nword(other.n, n, other.get())",
        other="n = 0\ndef bump():\n    global n\n    n += 1\ndef get():\n    return n\n",
    )
    assert end.words == ("1", "mine", "1")
