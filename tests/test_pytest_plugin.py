"""The pytest plugin: which files are tests, what a failure shows, and one analysis for all."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import pytest
from plugins import PLUGIN

pytestmark = pytest.mark.usefixtures("scripted_interpreter")
NETWORK = """\
import tensorflow as tf


def discriminator(image):
    with tf.variable_scope("d"):
        return tf.layers.dense(image, 1)
"""
PROGRAM = """\
import tensorflow as tf
from network import discriminator

real = discriminator(tf.placeholder(tf.float32, [None, 4]))
fake = discriminator(tf.random_normal([8, 4]))
"""
COUNTED = """\
import pathlib
import scopecheck.engine

analyse = scopecheck.engine.interpreter()

def counted(files, **options):
    with pathlib.Path("analyses.txt").open("a") as log:
        log.write(f"{len(files)}\\n")
    return analyse(files, **options)

scopecheck.engine.interpreter = lambda: counted
"""

Check = Callable[..., pytest.RunResult]


@pytest.fixture
def check(pytester: pytest.Pytester) -> Check:
    """Runs ``pytest --scopecheck`` in this process."""
    return lambda *words: pytester.runpytest_inprocess(*PLUGIN, "--scopecheck", *words)


@pytest.fixture
def loaded(pytester: pytest.Pytester) -> pytest.Pytester:
    """A project with one wrong and one right file; the plugin may be installed or not."""
    pytester.makepyfile(wrong="collides = 1", right="x = 1")
    return pytester


def test_findings_fail(loaded: pytest.Pytester, check: Check) -> None:
    result = check()
    result.assert_outcomes(passed=1, failed=1)
    result.stdout.fnmatch_lines(
        ["*error?SCO101?: the variable `w` exists already*", " --> wrong.py:1:1", "Found 1 error*"]
    )


def test_nothing_is_checked_unasked(loaded: pytest.Pytester) -> None:
    loaded.runpytest_inprocess(*PLUGIN).assert_outcomes()


def test_tests_run_beside_the_check(loaded: pytest.Pytester, check: Check) -> None:
    loaded.makepyfile(test_it="def test_it():\n    pass\n")
    check("test_it.py").assert_outcomes(passed=2)
    check("test_it.py", "-m", "scopecheck").assert_outcomes(passed=1, deselected=1)


def test_a_program_that_is_named_is_not_imported(loaded: pytest.Pytester, check: Check) -> None:
    loaded.makepyfile(program="import no_such_module")
    check("program.py").assert_outcomes(passed=1)


def test_the_cache_is_not_needed(loaded: pytest.Pytester, check: Check) -> None:
    check("-p", "no:cacheprovider").assert_outcomes(passed=1, failed=1)


def test_a_file_that_cannot_be_checked_fails(loaded: pytest.Pytester, check: Check) -> None:
    loaded.makepyfile(bad="crashes")
    result = check()
    result.assert_outcomes(passed=1, failed=2)
    result.stdout.fnmatch_lines(["bad.py: internal error: RuntimeError: out of ideas"])


def test_the_configuration_counts(loaded: pytest.Pytester, check: Check) -> None:
    loaded.makepyprojecttoml('[tool.scopecheck]\nignore = ["SCO101"]\nexclude = ["right.py"]\n')
    check().assert_outcomes(passed=1)


def test_a_wrong_configuration_fails(loaded: pytest.Pytester, check: Check) -> None:
    loaded.makepyprojecttoml('[tool.scopecheck]\nignroe = ["SCO101"]\n')
    result = check()
    result.assert_outcomes(failed=2)
    result.stdout.fnmatch_lines(["*unknown setting 'ignroe'*"])


def test_ini_options(loaded: pytest.Pytester) -> None:
    def outcomes(*lines: str) -> dict[str, int]:
        loaded.makeini("\n".join(["[pytest]", "scopecheck = true", *lines]))
        return loaded.runpytest_inprocess(*PLUGIN).parseoutcomes()

    assert outcomes() == {"passed": 1, "failed": 1}
    assert outcomes("scopecheck_files = right.* *.ipynb") == {"passed": 1}
    assert outcomes("scopecheck_ignore = SCO1 SCO2") == {"passed": 2}
    assert outcomes("scopecheck_select = SCO2") == {"passed": 2}
    assert outcomes("scopecheck_select = reuse-collision") == {"passed": 1, "failed": 1}


@pytest.fixture
def project(pytester: pytest.Pytester) -> pytest.Pytester:
    """A bug that two files make together, a right notebook, and a log of the analyses."""
    pytester.makeconftest(COUNTED)
    pytester.makepyfile(network=NETWORK, train=PROGRAM)
    notebook = {"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
    Path("right.ipynb").write_text(json.dumps(notebook))
    return pytester


@pytest.mark.parametrize("workers", [0, 2])
def test_files_are_analysed_together_and_once(project: pytest.Pytester, workers: int) -> None:
    if workers and find_spec("xdist") is None:
        pytest.skip("pytest-xdist is not installed")
    words = ["-n", str(workers)] if workers else []
    result = project.runpytest_subprocess(*PLUGIN, "--scopecheck", *words)
    result.assert_outcomes(passed=3, failed=1)
    result.stdout.fnmatch_lines(
        ["*error?SCO101?: the variable `d/dense/kernel` exists*", " --> network.py:6:16"]
    )
    assert Path("analyses.txt").read_text() == "4\n"


def test_what_one_process_fails_at_another_tries(tmp_path: Path) -> None:
    from scopecheck.pytest_plugin.session import once

    def fails() -> dict[str, str]:
        raise RuntimeError

    with pytest.raises(RuntimeError):
        once(fails, str(tmp_path))
    assert once(lambda: {"a.py": "wrong"}, str(tmp_path)) == {"a.py": "wrong"}
    assert once(fails, str(tmp_path)) == {"a.py": "wrong"}


@pytest.mark.skipif(os.name == "nt", reason="a process's end cannot be asked for there")
def test_the_work_of_a_process_that_ended_is_done_anew(tmp_path: Path) -> None:
    from scopecheck.pytest_plugin.session import once

    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    (tmp_path / "taken").write_text(str(ended.pid))
    assert once(lambda: {"a.py": "wrong"}, str(tmp_path)) == {"a.py": "wrong"}


def test_loading_the_plugin_is_light() -> None:
    code = (
        "import sys, scopecheck.pytest_plugin\n"
        "print(sorted({'libcst', 'rich', 'click', 'pathspec', 'tensorflow', 'scopecheck.rules'}"
        " & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
