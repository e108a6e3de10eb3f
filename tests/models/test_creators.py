"""variable_creator_scope: creators see every variable, the innermost first."""

from __future__ import annotations

from predictions import made


def test_creators_see_and_change_what_is_made() -> None:
    assert made("""
seen = []


def note(next_creator, **kwargs):
    seen.append(kwargs["name"])
    return next_creator(**kwargs)


def freeze(next_creator, **kwargs):
    kwargs["trainable"] = False
    return next_creator(**kwargs)


with tf.variable_creator_scope(note):
    with tf.variable_creator_scope(freeze):
        tf.get_variable("w", [1])
    tf.Variable(0.0, name="v")
tf.get_variable("u", [1])
assert seen == ["w", "v"]
assert [v.name for v in tf.trainable_variables()] == ["v:0", "u:0"]
""") == ["w", "v", "u"]
