"""The world: how often scopes were opened, and which graph is in force."""

from __future__ import annotations

from dataclasses import replace

from predictions import machine

from scopecheck.models.world import Opened, current, update


def test_opening_counts_a_full_name() -> None:
    opened = Opened().open("a").open("a/b").open("a/b")
    assert (opened.at("a"), opened.at("a/b"), opened.at("b")) == (1, 2, 0)


def test_closing_forgets_what_is_below() -> None:
    opened = Opened().open("a").open("a/b").open("a/b/c").open("ab").close("a")
    assert (opened.at("a"), opened.at("a/b"), opened.at("a/b/c")) == (1, 0, 0)
    assert opened.at("ab") == 1


def test_a_change_leaves_the_old_graph_alone() -> None:
    m = machine()
    before = current(m)
    update(m, stack="a")
    assert (before.stack, current(m).stack) == ("", "a")


def test_eager_execution_ends_inside_a_graph_and_a_traced_function() -> None:
    world = replace(machine().world, eager=True)
    assert world.executing_eagerly
    assert not replace(world, stack=(0, 1)).executing_eagerly
    assert not replace(world, tracing=1).executing_eagerly
