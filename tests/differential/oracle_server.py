"""Runs inside a TensorFlow: a line of JSON names programs, a line of JSON tells what they did.

INTERPRETER oracle_server.py RECORDER_FOLDER
"""

from __future__ import print_function  # noqa: UP010

import json
import os
import sys


def main():
    """Import TensorFlow once, then answer until the input ends."""
    answers = os.fdopen(os.dup(1), "w")
    questions = os.fdopen(os.dup(0), "r")
    os.dup2(os.open(os.devnull, os.O_RDWR), 0)
    os.dup2(2, 1)
    sys.path[0] = sys.argv[1]
    import record

    version = record._import_tensorflow()
    import pool

    for line in iter(questions.readline, ""):
        asked = json.loads(line)
        found = list(pool.records(asked["programs"], asked["time_limit"], asked["jobs"]))
        answers.write(json.dumps({"tensorflow": version, "records": found}) + "\n")
        answers.flush()


if __name__ == "__main__":
    main()
