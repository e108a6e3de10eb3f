"""Ask TF-GAN what the programs in `programs/` do, and write that down.

    python tests/gan_truth/record.py --python INTERPRETER --library tf.contrib.gan

INTERPRETER has a TensorFlow with that library: `tf.contrib.gan` came last with TensorFlow 1.14,
`tensorflow_gan` runs with 1.15. The programs are written for the former.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
RECORDER = HERE.parents[1] / "scopecheck" / "runtime" / "probe" / "record.py"
TRUTH = HERE.parent / "data" / "gan_truth.json"
PROGRAMS = HERE / "programs"
_IMPORT = "tfgan = tf.contrib.gan\n"
LIBRARIES = ("tf.contrib.gan", "tensorflow_gan")


def program(path: Path, library: str) -> str:
    """A program's text for one of the libraries, line for line the same."""
    text = path.read_text(encoding="utf-8")
    if library == LIBRARIES[0]:
        return text
    assert _IMPORT in text, path
    return text.replace(_IMPORT, f"import {library} as tfgan\n", 1)


def main() -> None:
    """Read the command line and write the truth of one library."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--python", required=True, metavar="INTERPRETER")
    parser.add_argument("--library", required=True, choices=LIBRARIES)
    options = parser.parse_args()
    held = json.loads(TRUTH.read_text(encoding="utf-8")) if TRUTH.exists() else {}
    held[options.library] = recorded(options.python, options.library)
    lines = ",\n".join(_library(name, held[name]) for name in sorted(held))
    TRUTH.write_text("{\n" + lines + "\n}\n", encoding="utf-8")


def recorded(interpreter: str, library: str) -> dict[str, Any]:
    """Outcome and variables of every program."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for path in sorted(PROGRAMS.glob("*.py")):
            (folder / path.name).write_text(program(path, library), encoding="utf-8")
        names = sorted(path.name for path in folder.glob("*.py"))
        out = folder / "out.jsonl"
        command = [interpreter, str(RECORDER), "--out", str(out), "--time-limit", "120", *names]
        subprocess.run(command, cwd=folder, check=True)
        records = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    if len(records) != len(names):
        sys.exit("error: not every program was recorded")
    return {one["program"]: {key: one[key] for key in ("outcome", "variables")} for one in records}


def _library(name: str, programs: dict[str, Any]) -> str:
    lines = (
        f"{json.dumps(key)}: {json.dumps(programs[key], sort_keys=True)}"
        for key in sorted(programs)
    )
    return f"{json.dumps(name)}: {{\n" + ",\n".join(lines) + "\n}"


if __name__ == "__main__":
    main()
