"""The whole programs under `programs/`, and what TensorFlow 1.15 makes of each.

    python tests/whole_programs.py --python INTERPRETER

records in `data/whole_programs.json` the variables of the programs that INTERPRETER can
run; it must have TensorFlow 1.15. A program is a folder with a main.py and its modules.
Comments among the first lines of main.py say more about it: `# python: 2` that it needs
Python 2.7, `# tensorflow: 1.15` that TensorFlow 2 cannot run it, `# reports: CODE` which
rules speak although the program runs (nothing else may be reported).
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
from pathlib import Path
from typing import Any

from conformance.record_truth import run_recorder, truth

HERE = Path(__file__).resolve().parent
PROGRAMS = HERE / "programs"
RECORDED = HERE / "data" / "whole_programs.json"
VERSION = "1.15"
COMMAND = "python tests/whole_programs.py --python INTERPRETER"

_COMMENT = re.compile(r"^# (python|tensorflow|reports): (.+)$", re.MULTILINE)


def names() -> list[str]:
    """The programs, by their folders."""
    return sorted(path.parent.name for path in PROGRAMS.glob("*/main.py"))


def main_file(name: str) -> Path:
    """A program's main file."""
    return PROGRAMS / name / "main.py"


def comments(name: str) -> dict[str, str]:
    """What the first lines of a program say of it."""
    head = main_file(name).read_text(encoding="utf-8").split('"""', 1)[0]
    return dict(_COMMENT.findall(head))


def runs_in_tensorflow_2(name: str) -> bool:
    """Whether TensorFlow 2 can run a program."""
    return not {"python", "tensorflow"} & comments(name).keys()


def recorded() -> dict[str, dict[str, Any]]:
    """What TensorFlow 1.15 did with each program."""
    held: dict[str, dict[str, Any]] = json.loads(RECORDED.read_text(encoding="utf-8"))["programs"]
    return held


def rows(variables: list[dict[str, Any]]) -> list[list[Any]]:
    """Each variable's name, shape, dtype and whether it is trainable."""
    return [[one[key] for key in ("name", "shape", "dtype", "trainable")] for one in variables]


def record(interpreter: str) -> list[str]:
    """The lines of the programs that an interpreter can run, recorded anew, with the others."""
    version = "import sys; print(sys.version_info[0])"
    major = subprocess.run([interpreter, "-c", version], capture_output=True, check=True).stdout
    mine = [name for name in names() if comments(name).get("python", "3") == major.decode().strip()]
    records = run_recorder(interpreter, [str(main_file(name)) for name in mine])
    named = [{**one, "program": name} for name, one in zip(mine, records, strict=True)]
    live = json.loads(truth(VERSION, named))["programs"]
    for one in live.values():
        one["variables"] = rows(one["variables"])
    before = recorded() if RECORDED.exists() else {}
    kept = {name: one for name, one in {**before, **live}.items() if name in names()}
    lines = [
        f"{json.dumps(name)}: {json.dumps(one, sort_keys=True)}"
        for name, one in sorted(kept.items())
    ]
    head = f'"command": {json.dumps(COMMAND)},\n"programs": {{\n'
    RECORDED.write_text("{\n" + head + ",\n".join(lines) + "\n}\n}\n", encoding="utf-8")
    return mine


def main() -> None:
    """Read the command line and record."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--python", required=True, metavar="INTERPRETER")
    print(f"recorded {len(record(parser.parse_args().python))} programs")


if __name__ == "__main__":
    main()
