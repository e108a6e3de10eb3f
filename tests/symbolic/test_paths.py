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


def test_who_reads_a_name_decides_the_test_it_hangs_on(runs: Runs) -> None:
    program = """
        x = None
        if free_a:
            x = "made"
        word("between")
        if x is None:
            word("none", "no" if not free_a else "wrong")
        else:
            word(x, "yes" if free_a else "wrong")
    """
    assert words(runs(program)) == {("between", "made", "yes"), ("between", "none", "no")}


def test_what_nobody_reads_keeps_no_paths_apart(runs: Runs) -> None:
    program = """
        class Box:
            pass
        box = Box()
        for i in range(20):
            box.open = False
            made = None
            if opaque_a == i:
                made = lambda: 1
                box.open = True
        word("end")
    """
    assert words(runs(program)) == {("end",)}
    assert len(runs(program)) == 1


def test_an_attribute_that_differs_is_what_each_path_set(runs: Runs) -> None:
    program = """
        class Box:
            def __init__(self):
                if free_a == "x":
                    self.kind = True
                elif free_a == "y":
                    self.kind = False
                else:
                    self.kind = None
        box = Box()
        if box.kind:
            word("x", str(free_a == "x"))
        elif box.kind is None:
            word("neither", str(free_a == "x"), str(free_a == "y"))
        else:
            word("y", str(free_a == "y"))
    """
    assert words(runs(program)) == {
        ("x", "True"),
        ("y", "True"),
        ("neither", "False", "False"),
    }


def test_lists_of_data_that_nobody_chose_join(runs: Runs) -> None:
    program = """
        names = ["a", "b", "c"]
        for i in range(8):
            names = [name for name in names if opaque_a == i]
        word("end")
    """
    assert words(runs(program)) == {("end",)}
    assert len(runs(program)) == 1


def test_locals_and_vars_give_what_a_slot_holds(runs: Runs) -> None:
    program = """
        def f():
            x = None
            if free_a:
                x = "made"
            return locals()["x"]
        word(str(f()))
    """
    assert words(runs(program)) == {("made",), ("None",)}


def test_a_dict_with_a_key_that_some_paths_have(runs: Runs) -> None:
    program = """
        def net():
            return 1
        held = {"train": 1}
        if opaque_a:
            held["net"] = net
        word("joined")
        if opaque_a:
            word(held["net"]())
    """
    ends = runs(program)
    assert words(ends) == {("joined",), ("joined", "1")}
    before = program.split("if opaque_a:\n            word(held")[0]
    assert len(runs(before)) == 1


def test_a_list_that_some_paths_made_longer(runs: Runs) -> None:
    program = """
        def net():
            return 1
        held = [net]
        if opaque_a:
            held.append(net)
        {}
    """
    assert len(runs(program.format("word('end')"))) == 1
    assert words(runs(program.format("word(len(held))"))) == {("1",), ("2",)}


def test_many_keys_that_some_paths_have_are_unseen_keys(runs: Runs) -> None:
    lines = "\n".join(f"        if opaque_{i}:\n            held['k{i}'] = {i}" for i in range(12))
    known = "from words import " + ", ".join(f"opaque_{i}" for i in range(12))
    program = (
        f"        {known}\n        held = {{'first': 1}}\n{lines}\n        word(held['first'])"
    )
    assert words(runs(program)) == {("1",)}


def test_what_all_leaves_of_its_generator_keeps_no_paths_apart(runs: Runs) -> None:
    program = """
        if all(opaque_a.f(x) for x in (1, 2, 3)):
            pass
        word("end")
    """
    assert len(runs(program)) == 1


def test_what_is_in_a_set_changes_as_items_are_added(runs: Runs) -> None:
    program = """
        seen, kept = set(), []
        for name in [opaque_a, "b", opaque_a]:
            if name not in seen:
                kept.append(name)
            seen.add(name)
        word("some" if kept else "none")
    """
    assert words(runs(program)) == {("some",)}


def test_an_item_of_a_list_that_may_have_more_can_be_deleted(runs: Runs) -> None:
    program = """
        items = ["a"]
        items.extend(opaque_a)
        del items[1]
        word(items[0])
    """
    assert words(runs(program)) == {("a",)}


def test_what_goes_on_is_followed_before_errors(runs: Runs) -> None:
    program = """
        def pick(names):
            for name in names:
                if name in opaque_a:
                    name.missing
            return "none"

        word(pick([str(number) for number in range(40)]))
    """
    assert ("none",) in words(runs(program))


def test_a_flag_turned_on_paths_that_met_can_be_turned_again(runs: Runs) -> None:
    program = """
        from words import free_c, free_d, free_kind
        def half(of):
            return of / 2
        def whole(of):
            return of
        def used(function):
            return function(1.5)
        def main():
            if free_a or free_b or free_c or free_d:
                return
            function = half if free_kind == "large" else whole
            first = used(function)
            second = used(function)
            if free_kind == "large":
                word("large")
            else:
                word("small")
        main()
    """
    assert words(runs(program)) == {(), ("large",), ("small",)}
