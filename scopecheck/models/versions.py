"""Which TensorFlow a program was written for, by the names that it and its modules use."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from scopecheck.source import SourceFile, names_graph
from scopecheck.symbolic.modules import Importer

_COMPAT = re.compile(
    r"tensorflow\.compat(\.v1|\s+import\s+v1)|tf\.compat\.v1|tf_keras|tensorflow\.compat\.v2"
)
_GONE = (
    r"contrib|placeholder|Session|InteractiveSession|get_variable|get_local_variable|variable_scope"
    r"|make_template|layers|app|flags|global_variables|local_variables|trainable_variables"
    r"|global_variables_initializer|reset_default_graph|get_default_graph|get_collection|assign"
    r"|assign_add|nn\.(?:rnn_cell|\w*dynamic_rnn|static_rnn|raw_rnn)"
    r"|train\.(?:Supervisor|Monitored\w+|Saver|\w*global_step)"
)
"""What ``tf`` has in TensorFlow 1 alone."""
_ONLY_ONE = re.compile(rf"\btf\.(?:{_GONE})\b")
_ONE = re.compile(
    rf"\btf\.(?:{_GONE}|initialize_all_variables|AUTO_REUSE|random_normal|truncated_normal"
    r"|train\.\w+Optimizer|name_scope)\b"
    r"|tensorflow\.contrib|tensorflow\.python|from tensorflow import|tensorflow\.examples"
)
_REBOUND = re.compile(
    r"\bv1\s+as\s+tf\b|\bv2\s+as\s+tf\b|^\s*tf\s*=|\b(disable|enable)_(v2|eager)", re.M
)
_ALIAS = re.compile(
    r"^[ \t]*import[ \t]+(?:[\w.][\w. \t,]*,[ \t]*)?"
    r"tensorflow(?:[ \t]+as[ \t]+(\w+))?[ \t]*(?:[,;#].*)?$",
    re.M,
)
_IMPORT = re.compile(
    r"^[ \t]*(?:from[ \t]+(\.*)([\w.]*)[ \t]+import|import[ \t]+([\w., \t]+))", re.M
)

_NAMES = re.compile(r"[ \t]*(?:\(([^()]*)\)|([^\n;]*))")
"""What follows ``from module import``."""


class Versions:
    """The version of each program, given by the configuration or inferred."""

    def __init__(
        self, importer: Importer, loader: Callable[[Path], SourceFile], given: str | None
    ) -> None:
        self.importer = importer
        self.loader = loader
        self.given = given
        self.texts: dict[Path, str] = {}
        self.inferred: dict[Path, tuple[str, bool]] = {}

    def of(self, path: Path) -> str:
        """``1.15`` or ``2.21``."""
        return self.given if self.given is not None else self._inferred(path)[0]

    def compat(self, path: Path) -> bool:
        """Whether the program itself is one for TensorFlow 2."""
        return self.given is None or self._inferred(path)[1]

    def _inferred(self, path: Path) -> tuple[str, bool]:
        """The version that a program tells of, and whether it names TensorFlow 2's way to 1."""
        if path not in self.inferred:
            text = self._program(path)
            self.inferred[path] = (infer_version(text), _is_for_two(as_tf(text)))
        return self.inferred[path]

    def touches_graph(self, path: Path) -> bool:
        """Whether a script, or anything it imports, names a library that builds graphs."""
        seen, pending = {path}, [path]
        while pending:
            here = pending.pop()
            if names_graph(self._text(here).encode(errors="replace")):
                return True
            fresh = [found for found in self._imports(here) if found not in seen]
            seen.update(fresh)
            pending.extend(fresh)
        return False

    def _program(self, path: Path) -> str:
        """The text of a program; of a file that doesn't tell, its imports' as well."""
        own = self._text(path)
        named = as_tf(own)
        return own if _COMPAT.search(named) or _ONE.search(named) else self.whole(path)

    def whole(self, path: Path) -> str:
        """The text of a program with that of everything it imports from the project."""
        return "\n".join(map(self._text, self.files(path)))

    def files(self, path: Path) -> list[Path]:
        """A program's file, and everything that it imports from the project."""
        files, pending = [path], [path]
        while pending:
            here = pending.pop()
            for found in self._imports(here):
                if found not in files:
                    files.append(found)
                    pending.append(found)
        return files

    def _text(self, path: Path) -> str:
        if path not in self.texts:
            try:
                source = self.loader(path)
            except OSError:
                self.texts[path] = ""
            else:
                cells = [source.source(cell) for cell in source.cells]
                self.texts[path] = "\n".join(cells) if cells else source.text
        return self.texts[path]

    def _imports(self, path: Path) -> Iterator[Path]:
        for match in _IMPORT.finditer(self._text(path)):
            dots, module, plain = match.groups()
            names = (
                [module, *_within(module, self._text(path), match.end())]
                if plain is None
                else [one.split()[0] for one in plain.split(",") if one.strip()]
            )
            for name in names:
                found = self.importer.locate(path, name, len(dots or ""))
                if found is not None:
                    file = found if found.suffix == ".py" else found / "__init__.py"
                    if self.importer.disk.is_file(file):
                        yield file


def _within(module: str, text: str, start: int) -> list[str]:
    """What ``from module import a, b`` names, as modules of that package."""
    imported = _NAMES.match(text, start)
    if imported is None:
        return []
    listed = re.sub(r"#.*", "", imported[1] or imported[2])
    names = [one.split()[0] for one in listed.split(",") if one.strip(" \t\n\\")]
    return [f"{module}.{name}".lstrip(".") for name in names if name.isidentifier()]


def as_tf(text: str) -> str:
    """A program's text, and once more with TensorFlow called ``tf`` if it has another name."""
    named = {match[1] or "tensorflow" for match in _ALIAS.finditer(text)} - {"tf"}
    return "\n".join(
        [text, *(re.sub(rf"(?<![.\w]){name}\.", "tf.", text) for name in sorted(named))]
    )


def infer_version(text: str) -> str:
    """The version that the names in a program's text tell of."""
    text = as_tf(text)
    if _is_for_two(text):
        return "2.21"
    if _ONE.search(text) or "tensorflow" not in text:
        return "1.15"
    return "2.21"


def _is_for_two(text: str) -> bool:
    """Whether a text names TensorFlow 2's way to 1, and TensorFlow 2 has all that ``tf`` is asked.

    A program for 1.15 may call ``tf.compat.v1`` here and there; its ``tf.layers`` tells.
    """
    if _COMPAT.search(text) is None:
        return False
    mixed = _ALIAS.search(text) is not None and _ONLY_ONE.search(text) is not None
    return not mixed or _REBOUND.search(text) is not None
