"""One target, run inside its own TensorFlow: `INTERPRETER run.py JOB.json`.

The job says what to run, where the trace goes, and which two pipes lead to the host. When
the target has ended, or is stopped at its first training step, the trace is written, and
the host may ask questions about the graph, which still lives.
"""

from __future__ import absolute_import, division, print_function

import io
import json
import os
import sys

_HEAVY = ("tensorflow.contrib", "tensorflow.compat.v1.layers", "tf_keras", "tf_slim")


def main():
    """Read the job, run it, answer questions, and never return."""
    with io.open(sys.argv[1], encoding="utf-8") as file:
        job = json.load(file)
    sys.dont_write_bytecode = True
    for name, value in job["environment"].items():
        os.environ[str(name)] = str(value)
    import channel

    line = channel.Channel(job["questions"], job["answers"])
    try:
        _prepare(job)
    except Exception as error:
        line.say(say="unfit", message="%s: %s" % (type(error).__name__, str(error).split("\n")[0]))
        os._exit(0)
    import batch
    import session

    if "jobs" in job:
        batch.run(job["jobs"], job["at_once"], lambda one, to: _session(session, one, to))
    _session(session, job, line)


def _session(session, job, line):
    """Run one job to its end; never returns."""
    try:
        session.Session(job, line, _hide).run()
    except BaseException:
        import traceback

        line.say(say="fault", text=traceback.format_exc())
    finally:
        os._exit(0)


def _prepare(job):
    """Import TensorFlow, with the shim and the stand-ins."""
    import standins
    import tensorflow

    if job["shim"] and not tensorflow.__version__.startswith("1."):
        import shim

        shim.install()
    standins.install(job["stubs"])
    if "jobs" in job:
        _import_for_all()


def _import_for_all():
    """What many programs need is imported before the forks, where it is there at all."""
    import gc
    import importlib

    for name in _HEAVY:
        try:
            importlib.import_module(name)
        except Exception:  # not every TensorFlow has it, or has it in working order
            continue
    gc.collect()
    if hasattr(gc, "freeze"):  # spares the forks from copying pages
        gc.freeze()


def _hide(first):
    """The program sees its own folder first, and none of our modules."""
    own = os.path.dirname(os.path.abspath(__file__))
    hidden = []
    for name, module in list(sys.modules.items()):
        file = getattr(module, "__file__", None) or ""
        if name != "__main__" and os.path.dirname(os.path.abspath(file)) == own:
            hidden.append(sys.modules.pop(name))
    sys.path[0] = first
    return hidden


if __name__ == "__main__":
    main()
