"""Ask a real TensorFlow what every conformance program does, and write that down.

    python tests/conformance/record_truth.py --python INTERPRETER --version 1.15

runs all of `programs/` under INTERPRETER (which has that TensorFlow) and makes
`truth/1.15.json` anew. A program with a comment `# tensorflow: 2.21` among its first
lines is left out of every other version's truth. Of TensorFlow 0.12,
1.1 and 1.12 only programs are recorded that ask for them. Libraries that build on it have to be
there, installed without what they require: prettytensor (0.7.3 beside 0.12, 0.7.4 beside 1.1),
sugartensor (0.0.2.4 and 1.0.0.2), which needs tqdm.
"""

import argparse
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
PROGRAMS = HERE / "programs"
ASKED_FOR = ("0.12", "1.1", "1.12")
"""Versions of which only programs are recorded that ask for them."""
TIME_LIMIT = ("--time-limit", "300")
RECORDER = HERE.parents[1] / "scopecheck" / "runtime" / "probe" / "record.py"
COMMAND = "python tests/conformance/record_truth.py --python INTERPRETER --version {version}"

_RESTRICTION = re.compile(r"#\s*tensorflow:\s*(\S+)")
_ADDRESS = re.compile(r"\b0x[0-9a-f]{6,}\b")


def main() -> None:
    """Read the command line and write one truth file."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--python", required=True, metavar="INTERPRETER")
    parser.add_argument("--version", required=True, metavar="MAJOR.MINOR")
    options = parser.parse_args()
    names = list(applying(options.version))
    records = run_recorder(options.python, names)
    text = truth(options.version, records)
    (HERE / "truth").mkdir(exist_ok=True)
    (HERE / "truth" / f"{options.version}.json").write_text(text, encoding="utf-8")
    print(f"{len(names)} programs recorded under TensorFlow {options.version}")


def applying(version: str) -> Iterator[str]:
    """The programs, relative to `programs/`, that are meant for this TensorFlow."""
    for path in sorted(PROGRAMS.rglob("*.py")):
        wanted = restriction(path.read_text(encoding="utf-8"))
        if wanted == version or (wanted is None and version not in ASKED_FOR):
            yield path.relative_to(PROGRAMS).as_posix()


def restriction(source: str) -> str | None:
    """The one version that the leading comments of a program ask for, if any."""
    for line in source.splitlines():
        if not line.startswith("#"):
            return None
        found = _RESTRICTION.match(line)
        if found:
            return found[1]
    return None


def run_recorder(interpreter: str, names: list[str]) -> list[dict[str, Any]]:
    """What the recorder says of each program, in order."""
    with tempfile.TemporaryDirectory() as folder:
        out, listed = Path(folder, "out.jsonl"), Path(folder, "programs.txt")
        listed.write_text("\n".join(names), encoding="utf-8")
        command = [interpreter, str(RECORDER), "--out", str(out), *TIME_LIMIT, f"@{listed}"]
        subprocess.run(command, cwd=PROGRAMS, check=True)
        return [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]


def truth(version: str, records: list[dict[str, Any]]) -> str:
    """The truth file's text: a line for every program, sorted, without addresses."""
    found = {record["tensorflow"] for record in records}
    if len(found) != 1 or not found.pop().startswith(f"{version}."):
        sys.exit(f"error: the interpreter has no TensorFlow {version}")
    head = {
        "command": COMMAND.format(version=version),
        "python": records[0]["python"],
        "tensorflow": records[0]["tensorflow"],
    }
    opening = "".join(f"{json.dumps(key)}: {json.dumps(head[key])},\n" for key in sorted(head))
    lines = (f"{json.dumps(record['program'])}: {_line(record)}" for record in records)
    return "{\n" + opening + '"programs": {\n' + ",\n".join(sorted(lines)) + "\n}\n}\n"


def _line(record: dict[str, Any]) -> str:
    kept = {key: record[key] for key in ("outcome", "variables")}
    return _ADDRESS.sub("0x...", json.dumps(kept, sort_keys=True))


if __name__ == "__main__":
    main()
