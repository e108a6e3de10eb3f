"""What TensorFlow does with programs, as JSON lines.

    INTERPRETER record.py --out OUT.jsonl PROGRAM [PROGRAM...]
    INTERPRETER record.py --out OUT.jsonl @LIST        (a file with a program per line)

TensorFlow is imported once; every program then runs in a forked process, as
`__main__`, on the untouched state. A line of OUT says how the program ended, which
variables it made in which order, and what it asked of the variable store.
"""

from __future__ import absolute_import, division, print_function

import argparse
import gc
import json
import multiprocessing
import os
import shutil
import sys
import tempfile

_HEAVY = ("tensorflow.contrib", "tensorflow.compat.v1.layers", "tf_keras", "tf_slim")


def main():
    """Read the command line and record every program named there."""
    options = _options()
    scratch = tempfile.tempdir = tempfile.mkdtemp()  # AutoGraph's files would stay
    try:
        _record(options)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


def _record(options):
    version = _import_tensorflow()
    import pool  # imports TensorFlow too, which must be done quietly first

    with open(options.out, "w") as out:
        for record in pool.records(options.programs, options.time_limit, options.jobs):
            record["tensorflow"] = version
            record["python"] = "%d.%d" % sys.version_info[:2]
            out.write(json.dumps(record, sort_keys=True) + "\n")
            out.flush()


def _options():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0], fromfile_prefix_chars="@")
    parser.add_argument("--out", required=True, metavar="FILE")
    parser.add_argument("--time-limit", type=float, default=60.0, metavar="SECONDS")
    parser.add_argument("--jobs", type=int, default=multiprocessing.cpu_count())
    parser.add_argument("programs", nargs="+", metavar="PROGRAM")
    return parser.parse_args()


def _import_tensorflow():
    """Import it and the slow parts that programs need, quietly; give its version."""
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    os.environ.setdefault("TF_USE_LEGACY_KERAS", "1")
    os.environ.setdefault("CUDA_VISIBLE_DEVICES", "")
    shown = os.dup(2)
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    try:
        import tensorflow

        for name in _HEAVY:
            _try_import(name)
    finally:
        os.dup2(shown, 2)
    _freeze_garbage()
    return tensorflow.__version__


def _try_import(name):
    """Import a module that not every TensorFlow has, or has in working order."""
    try:  # noqa: SIM105 - Python 2.7 has no contextlib.suppress
        __import__(name)
    except Exception:
        pass


def _freeze_garbage():
    """Spare the children from copying pages that only the collector touches."""
    gc.collect()
    if hasattr(gc, "freeze"):  # Python 3.7
        gc.freeze()


if __name__ == "__main__":
    main()
