"""Which TensorFlow a program was written for, by the names that it and its modules use."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from scopecheck.models.before_one import EPOCHS, refusals
from scopecheck.models.removed import REMOVED
from scopecheck.models.stand_ins import is_stand_in
from scopecheck.source import SourceFile, names_graph
from scopecheck.symbolic.entries import Run
from scopecheck.symbolic.links import ANYWHERE
from scopecheck.symbolic.modules import Importer, loaded

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
_OLD = re.compile(
    rf"\btf\.(?:{'|'.join(map(re.escape, (one[3:] for one in sorted(REMOVED))))})\b"
    r"|\btf\.(?:concat|split)\(\s*(?:-?\d+\s*,|(?:concat|split)_dim\s*=)"
)
"""What a program calls before TensorFlow 1.0 alone."""
_EITHER = re.compile(
    r"\b__version__\b|\bhasattr\s*\(\s*tf\b|\bdir\s*\(\s*tf\b"
    r"|^\s*except\s*(?:\(|:|AttributeError|TypeError|ImportError|Exception)",
    re.M,
)
"""How a program asks which TensorFlow it has."""
_COMMENT = re.compile(r"#.*")
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

_NAMES = re.compile(r"[ \t]*(?:\(([^()]*)\)|((?:\\\r?\n|[^\n;])*))")
"""What follows ``from module import``."""


class Versions:
    """The version of each program, given by the configuration or inferred."""

    def __init__(
        self,
        importer: Importer,
        loader: Callable[[Path], SourceFile],
        given: str | None,
        uses: Callable[[], int] = lambda: 0,
    ) -> None:
        self.importer = importer
        self.loader = loader
        self.given = given
        self.texts: dict[Path, str] = {}
        self.inferred: dict[Path, tuple[str, bool]] = {}
        self.imports: dict[Path, tuple[Path, ...]] = {}
        self.uses = uses
        self.seen = 0
        self.older: set[Path] = set()
        self.guessed: dict[Path, bool] = {}
        self.trying: set[Path] = set()
        self.learned: set[Path] = set()
        self.telling: dict[Path, bool] = {}

    def of(self, path: Path) -> str:
        """``0.12``, ``1.15`` or ``2.21``."""
        if self.given is not None:
            return self.given
        return "0.12" if self._before_one(path) else self._inferred(path)[0]

    def _before_one(self, path: Path) -> bool:
        """Whether a program is for a TensorFlow before 1.0, as far as is known by now."""
        if path not in self.guessed:
            told = not self._inferred(path)[1]
            self.guessed[path] = told and is_before_one(map(self._text, self.files(path)))
        return path in self.older or self.guessed[path]

    def refused(self, path: Path, runs: list[Run]) -> bool:
        """Whether a run of an entry doesn't stand: another TensorFlow is taken for a second one.

        It doesn't where TensorFlow refuses what the other one takes, nor, as before 1.0, where the
        text alone says so. What both refuse is left to the later one. Nor does it where the run
        came to modules that tell of another version than the text does.
        """
        if self.given is not None:
            return False
        if self._learned(path, runs):
            return True
        if self._inferred(path)[1]:
            return False
        before_one, uses = self._before_one(path), self.uses() - self.seen
        self.seen += uses
        second = path in self.trying
        self.trying.discard(path)
        fails = refusals(runs, EPOCHS[before_one])
        if before_one and not fails and (uses or second or path in self.older):
            self.older.update(self.files(path))
            return False
        if not before_one and (second or not fails):
            return False
        if not second:
            self.trying.add(path)
        self.guessed[path] = not before_one
        self.older.discard(path)
        return True

    def _learned(self, path: Path, runs: list[Run]) -> bool:
        """Whether modules that only the run came to tell of another version.

        They are imported by a computed name, or from a folder that was added to sys.path.
        """
        if path in self.learned or self._tells(path):
            return False
        places = {place for run in runs for flow in run.flows for place in loaded(flow.state)}
        files = {
            one if one.suffix else one / "__init__.py" for one in places if not is_stand_in(one)
        }
        more = sorted(files.difference(self.files(path)))
        if not more:
            return False
        self.learned.add(path)
        before = self._inferred(path)
        self._infer(path, [*self.files(path), *more])
        self.guessed.pop(path, None)
        return self.inferred[path] != before

    def compat(self, path: Path) -> bool:
        """Whether the program itself is one for TensorFlow 2."""
        return self.given is None or self._inferred(path)[1]

    def _inferred(self, path: Path) -> tuple[str, bool]:
        """The version that a program tells of, and whether it names TensorFlow 2's way to 1."""
        if path not in self.inferred:
            self._infer(path, [path] if self._tells(path) else self.files(path))
        return self.inferred[path]

    def _infer(self, path: Path, files: Iterable[Path]) -> None:
        """Infers it from these: a program's file, or its imports' too if that doesn't tell."""
        texts = [self._text(file) for file in files]
        self.inferred[path] = (infer_version(*texts), _is_for_two(list(map(as_tf, texts))))

    def touches_graph(self, path: Path) -> bool:
        """Whether a script, or anything it imports, names a library that builds graphs."""
        seen, pending = {path}, [path]
        while pending:
            here = pending.pop()
            text = self._text(here)
            if names_graph(text.encode(errors="replace")) or ANYWHERE in text:
                return True
            fresh = [found for found in self._imports(here) if found not in seen]
            seen.update(fresh)
            pending.extend(fresh)
        return False

    def _tells(self, path: Path) -> bool:
        """Whether a file by itself tells which TensorFlow it is for."""
        if path not in self.telling:
            named = as_tf(self._text(path))
            self.telling[path] = bool(_COMPAT.search(named) or _ONE.search(named))
        return self.telling[path]

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

    def _imports(self, path: Path) -> tuple[Path, ...]:
        if path not in self.imports:
            self.imports[path] = tuple(dict.fromkeys(self._imported(path)))
        return self.imports[path]

    def _imported(self, path: Path) -> Iterator[Path]:
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
    listed = re.sub(r"#.*|\\", "", imported[1] or imported[2])
    names = [one.split()[0] for one in listed.split(",") if one.strip()]
    return [f"{module}.{name}".lstrip(".") for name in names if name.isidentifier()]


def as_tf(text: str) -> str:
    """A program's text, and once more with TensorFlow called ``tf`` if it has another name."""
    named = {match[1] or "tensorflow" for match in _ALIAS.finditer(text)} - {"tf"}
    return "\n".join(
        [text, *(re.sub(rf"(?<![.\w]){name}\.", "tf.", text) for name in sorted(named))]
    )


def is_before_one(texts: Iterable[str]) -> bool:
    """Whether a program's files call what only TensorFlow before 1.0 takes, and never ask which."""
    bare = [_COMMENT.sub("", as_tf(text)) for text in texts]
    return any(map(_OLD.search, bare)) and not any(map(_EITHER.search, bare))


def infer_version(*texts: str) -> str:
    """The version that the names in the texts of a program's files tell of."""
    named = list(map(as_tf, texts))
    if _is_for_two(named):
        return "2.21"
    if any(map(_ONE.search, named)) or not any("tensorflow" in text for text in named):
        return "1.15"
    return "2.21"


def _is_for_two(texts: Sequence[str]) -> bool:
    """Whether one names TensorFlow 2's way to 1, and TensorFlow 2 has all that ``tf`` is asked.

    A program for 1.15 may call ``tf.compat.v1`` here and there, or as ``tf`` in one file; the
    ``tf.layers`` of a file where that is TensorFlow itself tells.
    """
    return any(map(_COMPAT.search, texts)) and not any(map(_asks_for_one, texts))


def _asks_for_one(text: str) -> bool:
    mixed = _ALIAS.search(text) is not None and _ONLY_ONE.search(text) is not None
    return mixed and _REBOUND.search(text) is None
