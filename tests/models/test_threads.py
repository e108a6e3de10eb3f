"""Threads start at the root scope and share the store."""

from __future__ import annotations

import pytest
from predictions import made, raised

WORK = """
import threading


def work(name):
    tf.get_variable(name, [1])


class Worker(threading.Thread):
    def run(self):
        work("w")


with tf.variable_scope("a", reuse=True):
    {}
tf.get_variable("w", [1])
"""


@pytest.mark.parametrize("start", ["threading.Thread(target=work, args=['w'])", "Worker()"])
def test_a_thread_starts_at_the_root(start: str) -> None:
    assert "Variable w already exists" in raised(WORK.format(start + ".start()"))


def test_an_error_ends_its_thread_only() -> None:
    program = WORK.format("threading.Thread(target=work, args=['w', 'u']).start()")
    assert made(program) == ["w"]
