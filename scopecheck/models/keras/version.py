"""Which Keras a program runs with: by the names it uses, or by what its project requires.

TensorFlow's own Keras is version 3 from TensorFlow 2.16 on, unless TF_USE_LEGACY_KERAS asks
for the package tf_keras, which goes on with version 2.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from pathlib import Path

from scopecheck.source import Files

_ONLY_TWO = re.compile(
    r"\b(import|from)\s+tf_keras\b|[\"']TF_USE_LEGACY_KERAS[\"']|\bkeras\.(engine|legacy)\b"
    r"|\bkeras_contrib\b|\bkeras\.utils\.np_utils\b|\.fit\w*\([^()]*\bnb_epoch\s*=|\bModel\(\s*input\s*="
    r"|\bkeras\.layers\.(advanced_activations|convolutional|core|recurrent|embeddings|pooling|merge"
    r"|normalization|local|noise|wrappers)\b|\.(fit|predict|evaluate)_generator\("
    r"|\bK\.(get|set)_session\(|\btensorflow\.(contrib|examples)\b"
    r"|\btf\.(contrib|placeholder|Session|get_variable|variable_scope|app|flags|train\.\w+Optimizer)"
    r"\b"
)
_ONLY_THREE = re.compile(
    r"\bkeras\.(ops|random|KerasTensor)\b|from keras import [^\n]*\bops\b|KERAS_BACKEND"
    r"|\bnegative_slope\s*="
)
_TENSORFLOW_KERAS = re.compile(r"\btf\.keras\b|\btensorflow\.keras\b|from tensorflow import[^\n]*")
_REQUIRED = re.compile(
    r"""^[ \t]*(?:[-"'][ \t]*)?["']?(?P<name>keras|tensorflow(?:[-_](?:cpu|gpu|macos))?)
        (?:\[[^\]]*\])?[ \t]*=?[ \t]*["']?(?P<bounds>[<>=!~]=?=?[ \t]*[\d.*]+[^;#"'\n]*)""",
    re.M | re.X | re.I,
)
_QUOTED = re.compile(
    r"""["'](?P<name>keras|tensorflow(?:[-_](?:cpu|gpu|macos))?)(?:\[[^\]]*\])?[ \t]*
        (?P<bounds>[<>=!~]=?=?[ \t]*[\d.*]+[^;#"'\n]*)["']""",
    re.X | re.I,
)
_BOUND = re.compile(r"(===?|~=|>=|<=|>|<|=)\s*(\d+)(?:\.(\d+))?")
_FILES = ("requirements*.txt", "pyproject.toml", "setup.py", "setup.cfg", "environment.y*ml")
THREE_SINCE = {"keras": (3, 0), "tensorflow": (2, 16)}


class KerasVersions:
    """``2``, ``3`` or None for each program: given by the configuration, or inferred."""

    def __init__(
        self,
        text: Callable[[Path], str],
        given: str | None,
        tops: Collection[Path],
        files: Files,
    ) -> None:
        self.files = files
        self.text = text
        self.given = given
        self.tops = [Path(top).absolute() for top in tops]
        self.required: dict[Path, dict[str, str]] = {}
        self.inferred: dict[Path, str | None] = {}

    def of(self, path: Path) -> str | None:
        """The version that a script runs with; None where both are possible."""
        if self.given is not None:
            return self.given
        if path not in self.inferred:
            self.inferred[path] = self._infer(path)
        return self.inferred[path]

    def _infer(self, path: Path) -> str | None:
        text = self.text(path)
        if "keras" not in text:
            return None
        two, three = _ONLY_TWO.search(text), _ONLY_THREE.search(text)
        if two or three:
            return None if two and three else "2" if two else "3"
        inside = _TENSORFLOW_KERAS.search(text) is not None
        for directory in self._around(path.absolute().parent):
            required = self._required(directory)
            for name in ("tensorflow", "keras") if inside else ("keras", "tensorflow"):
                if name in required:
                    return required[name]
        return None

    def _around(self, directory: Path) -> Iterator[Path]:
        """A file's directory, and those above it that belong to what is checked."""
        yield directory
        for parent in directory.parents:
            if not any(parent.is_relative_to(top) for top in self.tops):
                return
            yield parent

    def _required(self, directory: Path) -> dict[str, str]:
        if directory not in self.required:
            names = [n for pattern in _FILES for n in self.files.matching(directory, (pattern,))]
            self.required[directory] = required_in(self._texts(directory / n for n in names))
        return self.required[directory]

    def _texts(self, paths: Iterable[Path]) -> Iterator[str]:
        for path in paths:
            try:
                yield self.files.read(path).decode(errors="replace")
            except OSError:
                continue  # a file that can't be read requires nothing that we know of


def required_in(texts: Iterable[str]) -> dict[str, str]:
    """The Keras that each required package brings, as far as its bounds tell."""
    found: dict[str, str] = {}
    for text in texts:
        for match in (*_REQUIRED.finditer(text), *_QUOTED.finditer(text)):
            name = "keras" if match["name"].lower() == "keras" else "tensorflow"
            version = within(match["bounds"], THREE_SINCE[name])
            if version is not None:
                found.setdefault(name, version)
    return found


def within(bounds: str, since: tuple[int, int]) -> str | None:
    """Whether a package's bounds leave only versions before a limit, or none of them."""
    for operator, major, minor in _BOUND.findall(bounds):
        version = (int(major), int(minor or 0))
        exact = operator in ("=", "==", "===", "~=")
        if version >= since and (exact or operator in (">", ">=")):
            return "3"
        if version < since and (exact or operator in ("<", "<=")):
            if not minor and exact and version[0] == since[0]:
                return None  # ==2.* of TensorFlow leaves both
            return "2"
        if version == since and operator == "<":
            return "2"
    return None
