"""Programs in forked processes, a few at a time, their records in the given order."""

from __future__ import absolute_import, division, print_function

import json
import os
import select
import signal
import time

import child
import outcome

_GRACE = 5.0  # seconds that a process has beyond its time limit


def records(programs, time_limit, jobs):
    """Run every program, at most `jobs` at once, and yield the records in order."""
    waiting = list(enumerate(programs))[::-1]
    running = {}  # descriptor of a pipe -> the process that writes to it
    done = {}  # position -> record
    following = 0
    while waiting or running:
        while waiting and len(running) < jobs:
            position, program = waiting.pop()
            process = _Process(position, program, time_limit)
            running[process.pipe] = process
        for process in _ended(running):
            done[process.position] = process.record()
        while following in done:
            yield done.pop(following)
            following += 1


def _ended(running):
    """Wait a little, read what came, and take out the processes that are over."""
    ready = select.select(list(running), [], [], 0.5)[0]
    over = [process for process in running.values() if process.is_over(process.pipe in ready)]
    for process in over:
        del running[process.pipe]
    return over


class _Process(object):
    """One forked process and what it has said so far."""

    def __init__(self, position, program, time_limit):
        self.position = position
        self._program = program
        self.pipe, writing = os.pipe()
        self._deadline = time.time() + time_limit + _GRACE
        self._data = b""
        self._pid = os.fork()
        if self._pid == 0:
            os.close(self.pipe)
            child.run(program, time_limit, writing)
        os.close(writing)

    def is_over(self, ready):
        """Whether it said all it had to say; one whose time is up is killed."""
        if ready:
            more = os.read(self.pipe, 65536)
            self._data += more
            return not more
        if time.time() < self._deadline:
            return False
        os.kill(self._pid, signal.SIGKILL)
        return True

    def record(self):
        """Its record, also of a process that went away without one."""
        os.close(self.pipe)
        status = os.waitpid(self._pid, 0)[1]
        try:
            record = json.loads(self._data.decode("utf-8"))
        except ValueError:  # nothing, or half of it
            ended = outcome.silent_end(_how(status))
            record = {"outcome": ended, "variables": [], "events": []}
        record["program"] = self._program
        return record


def _how(status):
    if os.WIFSIGNALED(status):
        return "ended by signal %d" % os.WTERMSIG(status)
    return "left without a record"
