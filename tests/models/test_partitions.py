"""Partitioned variables are made and found part by part."""

from __future__ import annotations

from predictions import made, raised

PARTS = "parts = tf.fixed_size_partitioner(3)\n"


def test_the_first_parts_are_larger() -> None:
    assert made(PARTS + "tf.get_variable('w', [7, 2], partitioner=parts)\n") == [
        "w/part_0",
        "w/part_1",
        "w/part_2",
    ]


def test_iterating_gives_the_parts() -> None:
    program = PARTS + "w = tf.get_variable('w', [6], partitioner=parts)\nassert len(list(w)) == 3\n"
    assert len(made(program)) == 3


def test_the_whole_name_is_taken() -> None:
    assert "a partitioned version of the variable was found: w/part_0" in raised(
        PARTS + "tf.get_variable('w', [6], partitioner=parts)\ntf.get_variable('w', [6])\n"
    )
