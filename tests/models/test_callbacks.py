"""Functions of the program that TensorFlow calls."""

from __future__ import annotations

from predictions import raised


def test_arguments_that_a_getter_does_not_take() -> None:
    program = """
def getter(getter, name):
    return getter(name)


with tf.variable_scope("a", custom_getter=getter):
    tf.get_variable("w", [1])
"""
    assert raised(program) == "TypeError: getter() got an unexpected keyword argument 'shape'"


def test_an_initializer_without_partition_info() -> None:
    program = "tf.get_variable('w', [1], initializer=lambda shape, dtype: tf.zeros(shape, dtype))\n"
    assert raised(program) == (
        "TypeError: <lambda>() got an unexpected keyword argument 'partition_info'"
    )
