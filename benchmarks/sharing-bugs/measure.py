"""Runs the fixtures in TensorFlow and writes down what it did at every labelled place.

    python benchmarks/sharing-bugs/measure.py --python INTERPRETER [PATH ...]

Only the programs that INTERPRETER can run are run (`python fixtures/verify.py --list`); the
others keep the line that they have in measured.json. The programs are run as
`fixtures/verify.py` runs them; beside its verdict this keeps the type and the message of each
error, the program's own lines on the way to it, and where the variable was first made. Standard
library only; the part that runs in INTERPRETER also runs on Python 2.7.
"""

from __future__ import absolute_import, division, print_function

import argparse
import hashlib
import io
import json
import os
import subprocess
import sys
import traceback

HERE = os.path.dirname(os.path.abspath(__file__))
FIXTURES = os.path.join(os.path.dirname(os.path.dirname(HERE)), "fixtures")
MEASURED = os.path.join(HERE, "measured.json")
sys.path.insert(0, FIXTURES)

import verify  # noqa: E402  it lies beside the programs


class Recorder(verify.Runner):
    """Runs a fixture, and keeps for each expectation that was met how it was met."""

    def __init__(self, fixture, tf):
        super(Recorder, self).__init__(fixture, tf)
        self.made = []
        got = self.watch._got

        def noted(variable):
            name = variable.name.rsplit(":", 1)[0]
            if not any(known is variable for known, _, _ in self.made):
                self.made.append((variable, name, self.watch.here()))
            return got(variable)

        self.watch._got = noted

    def _judge(self, what, error, trace):
        super(Recorder, self)._judge(what, error, trace)
        places = [self._place(row[0], row[1]) for row in traceback.extract_tb(trace)]
        for one in self.fixture.expectations:
            if one.met is not None and not isinstance(one.met, dict):
                one.met = {
                    "type": type(error).__name__,
                    "message": one.met,
                    "way": [told(place) for place in places if place],
                    "made": self.first_made(one),
                }

    def warnings(self):
        super(Recorder, self).warnings()
        for one in self.fixture.expectations:
            if one.met is not None and not isinstance(one.met, dict):
                one.met = {"runs": one.met, "made": self.first_made(one)}

    def first_made(self, expectation):
        """Where the variable of an expectation was made, as far as this process saw it."""
        asked = [one for one in self.requests if one[4] and one[1] == expectation.variable]
        if asked:
            # of several graphs the one that was built last; eagerly every request makes one
            place = asked[0 if asked[0][3] else -1][0]
        else:
            named = [place for _, name, place in self.made if name == expectation.variable]
            place = named[0] if named else None
        return told(place) if place else None


def told(place):
    """A place as JSON has it: file (relative to fixtures/), cell, line."""
    path, cell, line = place
    return [os.path.relpath(path, FIXTURES).replace(os.sep, "/"), cell, line]


def name_of(fixture):
    """A program's name: its file, or its folder where it has several files."""
    name = fixture.name.replace(os.sep, "/")
    return name if not name.endswith("/main.py") else name[: -len("/main.py")]


def digest(fixture):
    """Tells one text of a program from another."""
    whole = hashlib.sha256()
    for path in fixture.files:
        with io.open(path, "rb") as handle:
            whole.update(handle.read())
    return whole.hexdigest()[:16]


def worker(paths):
    """Runs the programs that this interpreter can run; prints a line of JSON for each."""
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    os.environ.setdefault("TF_USE_LEGACY_KERAS", "1")
    os.environ.setdefault("CUDA_VISIBLE_DEVICES", "")
    import warnings

    warnings.simplefilter("ignore")
    import tensorflow as tf
    import watch

    verify.watch, verify.Runner = watch, Recorder
    tf.compat.v1.logging.set_verbosity(tf.compat.v1.logging.ERROR)
    for fixture in verify.fixtures(paths):
        if fixture.needs == kind(tf):
            print("MEASURED " + json.dumps(measured(fixture, tf)))
            sys.stdout.flush()


def kind(tf):
    """The name that verify.py has for this interpreter; imports the slow parts once."""
    if not tf.__version__.startswith("1."):
        if os.environ["TF_USE_LEGACY_KERAS"] != "1":
            return "keras3"
        import tf_keras  # noqa: F401

        return "tf221"
    import tensorflow.contrib  # noqa: F401

    return "py27" if sys.version_info[0] < 3 else "tf115"


def measured(fixture, tf):
    """What one program did."""
    report = verify.run_one(fixture, tf)
    found = []
    for one, met in zip(fixture.expectations, report["met"] or [None] * len(fixture.expectations)):
        place = told((one.path, one.cell, one.line))
        found.append({"at": place, "code": one.code, "variable": one.variable, "met": met})
    return {
        "program": name_of(fixture),
        "needs": fixture.needs,
        "tensorflow": tf.__version__,
        "python": "%d.%d" % sys.version_info[:2],
        "digest": digest(fixture),
        "ends": report["ends"],
        "problems": report["problems"],
        "found": found,
    }


def load():
    """The measurements that are kept, by program."""
    if not os.path.exists(MEASURED):
        return {}
    with io.open(MEASURED, encoding="utf-8") as handle:
        return {one["program"]: one for one in json.load(handle)}


def save(kept):
    """Writes the measurements, a line for each program."""
    rows = [json.dumps(kept[name], sort_keys=True) for name in sorted(kept)]
    with io.open(MEASURED, "w", encoding="utf-8") as handle:
        handle.write("[\n" + ",\n".join(rows) + "\n]\n")


def main():
    """Runs a worker in the interpreter that was asked for, and keeps what it says."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--python", default=sys.executable, help="the interpreter with TensorFlow")
    parser.add_argument("--worker", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("paths", nargs="*", help="fixtures or folders (default: all)")
    options = parser.parse_args()
    if options.worker:
        worker(options.paths)
        return
    names = {name_of(one) for one in verify.fixtures()}
    kept = {name: one for name, one in load().items() if name in names}
    command = [options.python, os.path.abspath(__file__), "--worker"] + options.paths
    process = subprocess.Popen(command, stdout=subprocess.PIPE, universal_newlines=True)
    disagree = count = 0
    for line in process.stdout:
        if line.startswith("MEASURED "):
            one = json.loads(line[len("MEASURED ") :])
            kept[one["program"]] = one
            count += 1
            missed = [found for found in one["found"] if not found["met"]]
            if one["problems"] or missed:
                disagree += 1
                print("%s: %s" % (one["program"], one["problems"] or "not seen: %s" % missed))
    save(kept)
    print("%d programs measured, %d disagree with their comments" % (count, disagree))
    sys.exit(process.wait() or bool(disagree))


if __name__ == "__main__":
    main()
