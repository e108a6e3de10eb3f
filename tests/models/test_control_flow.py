"""Bodies that run once, while the graph is built."""

from __future__ import annotations

from predictions import made, raised, traced


def test_both_branches_are_built() -> None:
    program = (
        "def w():\n    return tf.get_variable('w', [])\n\n\ntf.cond(tf.constant(True), w, w)\n"
    )
    assert "Variable w already exists" in raised(program)


def test_a_loop_body_is_built_once() -> None:
    assert made("""
def body(i):
    return i + tf.get_variable("w", [], tf.int32, tf.zeros_initializer())


tf.while_loop(lambda i: i < 3, body, [tf.constant(0)])
""") == ["w"]


def test_map_fn_is_converted_in_tensorflow_2() -> None:
    program = """
def scale(x):
    return x * tf.get_variable("w", [])


tf.map_fn(scale, tf.zeros([3]))
tf.map_fn(scale, tf.zeros([4]))
"""
    lines = [traced(program, v).endings[0].error_path[-1].line for v in ("1.15", "2.21")]
    assert lines == [5, 9]
