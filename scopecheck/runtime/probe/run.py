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
    import session

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
