from __future__ import annotations

import subprocess
import sys
from importlib.metadata import entry_points

import pytest

pytestmark = pytest.mark.usefixtures("scripted_interpreter")
INSTALLED = any(entry.name == "scopecheck" for entry in entry_points(group="pytest11"))
PLUGIN = () if INSTALLED else ("-p", "scopecheck.pytest_plugin")


@pytest.fixture
def loaded(pytester: pytest.Pytester) -> pytest.Pytester:
    """A project with one wrong and one right file; the plugin may be installed or not."""
    pytester.makepyfile(wrong="collides = 1", right="x = 1")
    return pytester


def test_findings_fail(loaded: pytest.Pytester) -> None:
    result = loaded.runpytest_inprocess(*PLUGIN, "--scopecheck")
    result.assert_outcomes(passed=1, failed=1)
    result.stdout.fnmatch_lines(
        ["*error?SCO101?: the variable `w` exists already*", " --> wrong.py:1:1", "Found 1 error*"]
    )


def test_nothing_is_checked_unasked(loaded: pytest.Pytester) -> None:
    loaded.runpytest_inprocess(*PLUGIN).assert_outcomes()


def test_tests_run_beside_the_check(loaded: pytest.Pytester) -> None:
    loaded.makepyfile(test_it="def test_it():\n    pass\n")
    result = loaded.runpytest_inprocess(*PLUGIN, "--scopecheck", "test_it.py")
    result.assert_outcomes(passed=2)


def test_a_program_that_is_named_is_not_imported(loaded: pytest.Pytester) -> None:
    loaded.makepyfile(program="import no_such_module")
    result = loaded.runpytest_inprocess(*PLUGIN, "--scopecheck", "program.py")
    result.assert_outcomes(passed=1)


def test_the_configuration_counts(loaded: pytest.Pytester) -> None:
    loaded.makepyprojecttoml('[tool.scopecheck]\nignore = ["SCO101"]\n')
    loaded.runpytest_inprocess(*PLUGIN, "--scopecheck").assert_outcomes(passed=2)


def test_loading_the_plugin_is_light() -> None:
    code = (
        "import sys, scopecheck.pytest_plugin\n"
        "print(sorted({'libcst', 'rich', 'click', 'pathspec', 'tensorflow', 'scopecheck.rules'}"
        " & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
