"""Unknown tests split a path, the same one only once; paths that don't differ join."""

from __future__ import annotations

from interpreting import Runs


def words(ends: object) -> set[tuple[str, ...]]:
    return {end.words for end in ends}  # type: ignore[attr-defined]


def test_an_unknown_test_goes_both_ways(runs: Runs) -> None:
    assert words(runs("word('yes' if free_a else 'no')")) == {("yes",), ("no",)}


def test_the_same_unknown_is_decided_once(runs: Runs) -> None:
    program = """
        if free_a:
            word(1)
        if not free_a:
            word(2)
        if free_a and free_a:
            word(3)
    """
    assert words(runs(program)) == {("1", "3"), ("2",)}


def test_equal_to_one_constant_is_not_another(runs: Runs) -> None:
    program = """
        if free_a == "x":
            word("x")
        if free_a == "y":
            word("y")
    """
    assert words(runs(program)) == {("x",), ("y",), ()}


def test_a_none_is_not_true(runs: Runs) -> None:
    program = """
        if free_a is None:
            word("none")
            if free_a:
                word("never")
    """
    assert words(runs(program)) == {("none",), ()}


def test_paths_without_a_difference_join(runs: Runs) -> None:
    program = """
        for i in range(10):
            if opaque_a:
                x = 1
            else:
                x = 2
            if opaque_b == i:
                y = 1.5
            else:
                y = 2.5
        word("end")
    """
    assert [end.words for end in runs(program)] == [("end",)]


def test_values_that_steer_keep_paths_apart(runs: Runs) -> None:
    program = """
        flag = True if opaque_a else False
        thing = None if opaque_b else word
        word(flag, thing is None)
    """
    assert len(words(runs(program))) == 4


def test_a_fork_keeps_the_lists_made_before_it_in_the_same_statement(runs: Runs) -> None:
    program = """
        def pick(items):
            if free_a:
                return items[0]
            return items[1]
        def both(first, second):
            return first, second
        first, second = both([1, 2], pick(["a", "b"]))
        word(first, second)
    """
    assert words(runs(program)) == {("[1, 2]", "a"), ("[1, 2]", "b")}


def test_an_assertion_about_an_unknown_passes(runs: Runs) -> None:
    (end,) = runs("assert opaque_a, 'no'\nword('on')")
    assert (end.words, end.error) == (("on",), "")


def test_an_error_of_pythons_own_ends_the_program(runs: Runs) -> None:
    (end,) = runs("word('a')\n{}['key']\nword('b')")
    assert (end.words, end.error, end.message) == (("a",), "KeyError", "key")


def test_wrong_arguments(runs: Runs) -> None:
    for call in ("f()", "f(1, 2)", "f(1, b=2)", "f(1, a=2)"):
        (end,) = runs(f"def f(a): return a\n{call}")
        assert end.error == "TypeError", call


def test_unknown_arguments_fill_every_parameter(runs: Runs) -> None:
    (end,) = runs("def f(a, b=2): word('called')\nf(*opaque_a)\nf(**opaque_b)")
    assert end.words == ("called", "called")


def test_an_unknown_loop_runs_and_its_results_are_not_known(runs: Runs) -> None:
    program = """
        n = 0
        for item in opaque_a:
            n += 1
        word(n)
    """
    (end,) = runs(program)
    assert end.words == ("…",)
