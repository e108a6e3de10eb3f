"""One program, run as `__main__` in a process of its own."""

from __future__ import absolute_import, division, print_function

import json
import os
import signal
import sys
import types

import outcome
from places import Places
from watch import Watch

_OWN = ("child", "inventory", "outcome", "places", "pool", "watch")


def run(program, time_limit, pipe):
    """Run the program, write its record to the pipe, and never return."""
    try:
        _silence()
        data = json.dumps(_record(program, time_limit), sort_keys=True).encode("utf-8")
    except BaseException as error:  # a fault of ours, never one of the program
        data = json.dumps(_failed(error)).encode("utf-8")
    try:
        while data:
            data = data[os.write(pipe, data) :]
    finally:
        os._exit(0)


def _record(program, time_limit):
    places = Places(program)
    watch = Watch(places)
    watch.install()
    ended = _execute(program, time_limit, places)
    return {
        "outcome": ended,
        "variables": watch.inventory.report(),
        "events": watch.events,
    }


def _failed(error):
    ended = outcome.silent_end("the recorder failed: %r" % error)
    return {"outcome": ended, "variables": [], "events": []}


def _execute(program, time_limit, places):
    try:
        with open(program, "rb") as file:
            code = compile(file.read(), program, "exec", 0, True)
        _hide_ourselves(program)
        _limit(time_limit)
        exec(code, _main(program).__dict__)
    except BaseException as error:
        signal.setitimer(signal.ITIMER_REAL, 0)
        return outcome.raised(error, sys.exc_info()[2], places)
    signal.setitimer(signal.ITIMER_REAL, 0)
    return outcome.fine()


def _limit(seconds):
    def over(signum, frame):
        raise outcome.TimeLimitExceeded("still running after %g s" % seconds)

    signal.signal(signal.SIGALRM, over)
    signal.setitimer(signal.ITIMER_REAL, seconds)


_kept = []  # our modules: Python 2 empties one that leaves sys.modules


def _main(program):
    main = types.ModuleType("__main__")
    main.__file__ = program
    _kept.append(sys.modules["__main__"])
    sys.modules["__main__"] = main
    return main


def _hide_ourselves(program):
    """The program sees its own folder and arguments, and none of our modules."""
    sys.argv = [program]
    sys.path[0] = os.path.dirname(os.path.abspath(program))
    for name in _OWN:
        _kept.append(sys.modules.pop(name))


def _silence():
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nothing, stream)
