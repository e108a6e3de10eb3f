"""Imports: the program's own modules across files, everything else by qualified name."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Collection, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from scopecheck.source import Files, SourceFile, read_file, shown
from scopecheck.symbolic.attributes import AttributeTable
from scopecheck.symbolic.builtins import STARRED
from scopecheck.symbolic.choices import settled
from scopecheck.symbolic.code import Code
from scopecheck.symbolic.lower import lower_module
from scopecheck.symbolic.machine import EMPTY
from scopecheck.symbolic.snapshots import Snapshot, take_snapshot
from scopecheck.symbolic.state import NORMAL, RAISE, Flow, State
from scopecheck.symbolic.values import MISSING, Extern, Frame, Function, ModuleRef, Unknown, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine

OUTSIDE = frozenset(
    "tensorflow numpy scipy six os sys re math random time json collections itertools functools "
    "contextlib argparse absl keras tf_keras tf_slim tqdm matplotlib PIL cv2 sklearn pandas "
    "typing abc copy logging pickle string types datetime threading queue inspect operator".split()
)


NOWHERE = 1 << 30
PLACE = "<place>"
"""The file or package directory of a module, which no assignment of the program changes."""


def namespace(path: Path, name: str) -> Any:
    """What a module's namespace has before it runs; a notebook knows no file of its own."""
    held = EMPTY.set("__name__", name).set(PLACE, str(path))
    if path.suffix == ".ipynb":
        return held
    file = path if path.suffix else path / "__init__.py"
    return held.set("__file__", os.path.abspath(file))


def loaded(state: State) -> set[Path]:
    """The files and packages of the modules that a path has come to."""
    keys: Iterable[Any] = state.heap
    return {key[1] for key in keys if type(key) is tuple and key[0] == "module"}


def _packages(importing: Path, name: str) -> Iterator[Path]:
    """Where a folder lies that is around a file and has the first name of what it imports.

    That is where the project is run, though only a folder in it was given. What was given is
    found without that.
    """
    first = name.split(".")[0]
    for folder in Path(os.path.abspath(importing)).parents:
        if folder.name == first and first not in sys.stdlib_module_names:
            yield Path(shown(folder.parent))


class Importer:
    """Finds, lowers and runs the modules of a project; each file is lowered once.

    root, tops: directories in which absolute imports start.
    """

    def __init__(
        self,
        root: Path,
        loader: Callable[[Path], SourceFile],
        python2_division: bool | None = None,
        tops: Collection[Path] = (),
        files: Files | None = None,
    ) -> None:
        self.root = root
        self.disk = files or Files()
        self.tops = tops
        self.loader = loader
        self.python2_division = python2_division
        self.codes: dict[Path, tuple[Code, ...] | None] = {}
        self.files: dict[str, Path] = {}
        self.found: dict[tuple[Path, str], Path | None] = {}
        self.script_dir = root
        self.added: dict[Path, list[Path]] = {}
        self.snapshots: dict[Any, Snapshot] = {}
        self.loading: list[Any] = []
        self.circular = NOWHERE
        self.imports = 0  # how many modules have been run or taken over
        self.needed: list[set[Any]] = []
        self.endless: set[Any] = set()
        self.shipped: set[Path] = set()  # files of stand-ins for libraries
        self.is_old: Callable[[Path], bool] = lambda path: loader(path).python2

    # -- finding ------------------------------------------------------------------------

    def lowered(self, path: Path) -> tuple[Code, ...] | None:
        """The code of a file, None where it can't be read."""
        if path not in self.codes:
            shipped = path in self.shipped
            try:
                source = read_file(path) if shipped else self.loader(path)
            except OSError:
                self.codes[path] = None
                return None
            self.files[source.path] = path
            old = self.is_old(path) if not shipped else source.python2
            codes = lower_module(source, old, self.python2_division, shipped)
            self.codes[path] = codes or None
        return self.codes[path]

    def codes_of(self, file: str) -> tuple[Code, ...]:
        """The lowered code of a file by the name that findings give it."""
        path = self.files.get(file)
        return (self.codes.get(path) if path is not None else None) or ()

    def locate(self, importing: Path, name: str, level: int) -> Path | None:
        """The file or package directory of a dotted name, as Python's path would find it."""
        if level:
            base = importing.parent
            for _ in range(level - 1):
                base = base.parent
            return self._below(base, name) if name else base
        if name.split(".")[0] in OUTSIDE:
            return None
        for base in self._search_path(importing):
            found = self._below(base, name)
            if found is not None:
                return found
        for base in _packages(importing, name):
            found = self._below(base, name)
            if found is not None and not any(one in self.tops for one in (found, *found.parents)):
                return found
        return None

    def search(self, folder: str) -> None:
        """Adds a folder to those in which the running script's imports are looked up."""
        self.added.setdefault(self.script_dir, []).append(Path(shown(self.script_dir / folder)))

    def _search_path(self, importing: Path) -> list[Path]:
        """The script's directory, then those around the importing file up to the project's."""
        bases = [self.script_dir]
        for parent in importing.parents:
            bases.append(parent)
            if parent in self.tops or parent == self.root:
                break
        return list(dict.fromkeys((*bases, self.root, *self.added.get(self.script_dir, ()))))

    def _below(self, base: Path, name: str) -> Path | None:
        key = (base, name)
        if key not in self.found:
            path = base.joinpath(*name.split("."))
            file = path.with_name(path.name + ".py")
            self.found[key] = None
            if self.disk.is_file(file):
                self.found[key] = file
            elif self.disk.matching(path, ("*.py",)):
                self.found[key] = path
        return self.found[key]

    def module_of(self, m: Machine, file: str) -> ModuleRef | None:
        """The module that a file's code was run as, None where it isn't known."""
        path = self.files.get(file)
        place: Any = ("module", path)
        held = m.heap.get(place)
        if held is None and m.heap[m.frame.module.id].get(PLACE) == str(path):
            return m.frame.module
        return held if isinstance(held, ModuleRef) else None

    def named(self, m: Machine, name: str) -> ModuleRef | None:
        """The module of the program that ``sys.modules`` has under a name."""
        if m.heap[m.frame.module.id].get("__name__") == name:
            return m.frame.module
        heap: Any = m.heap
        for place in [key for key in heap if type(key) is tuple and key[0] == "module"]:
            held = heap[place]
            if isinstance(held, ModuleRef) and m.heap[held.id].get("__name__") == name:
                return held
        return None

    def modules_in(self, folder: Path) -> list[tuple[str, bool]]:
        """The modules in a folder by name, each with whether it is a package."""
        place = Path(shown(folder))
        held = {name[:-3]: False for name in self.disk.matching(place, ("*.py",))}
        held.pop("__init__", None)
        for name in self.disk.matching(place, ("*",)):
            if name.isidentifier() and self.disk.is_file(place / name / "__init__.py"):
                held[name] = True
        return sorted(held.items())

    def has_module(self, file: str) -> bool | None:
        """Whether there is a module's file of an absolute name, None outside the program."""
        place = Path(shown(file))
        if not any(path.parent == place.parent for path in self.codes):
            return None
        return self.disk.is_file(place)

    def current(self, m: Machine) -> Path:
        """The file whose code is running."""
        return self.files.get(m.frame.code.file, Path(m.frame.code.file))

    # -- importing ----------------------------------------------------------------------

    def import_module(self, m: Machine, name: str, level: int = 0) -> Value:
        """``import name``: the module itself, with its parents run first."""
        importing = self.current(m)
        path = self.locate(importing, name, level)
        if path is None and not level:
            path = self._stand_in(m, name)
        if path is None:
            self._below_a_file(m, importing, name, level)
            m.library.imported(m, name)
            return Extern(("." * level) + name)
        parts = name.split(".") if name else []
        parents = [path.parents[i] for i in range(len(parts) - 1)]
        outer = self._package(m, importing, level)
        for parent, short in zip(reversed(parents), parts[:-1], strict=True):
            outer = self._submodule(m, outer, short, parent)
        return self._submodule(m, outer, parts[-1], path) if parts else self.run_path(m, path)

    def _package(self, m: Machine, importing: Path, level: int) -> Value:
        """The package that a relative import starts in, where it has been run."""
        if not 0 < level <= len(importing.parents):
            return None
        place: Any = ("module", importing.parents[level - 1])
        return m.heap.get(place)

    def _stand_in(self, m: Machine, name: str) -> Path | None:
        """The program that says what a module of a library does, which the project doesn't have."""
        path: Path | None = m.library.stand_in(name)
        if path is not None:
            self._ship(path)
        return path

    def _ship(self, path: Path) -> None:
        if path not in self.shipped:
            self.shipped.update(path.parent.glob("*.py") if path.suffix else path.rglob("*.py"))

    def stand_in_attribute(self, m: Machine, path: Path, name: str) -> Value:
        """What a program that stands in for a part of a library has under a name."""
        self._ship(path)
        module = self.run_path(m, path)
        return self.import_name(m, module, name)

    def _below_a_file(self, m: Machine, importing: Path, name: str, level: int) -> None:
        """A module of a file has no modules below it: ImportError."""
        outer = name.rpartition(".")[0]
        found = self.locate(importing, outer, level) if outer else None
        if found is not None and found.suffix == ".py":
            message = f"No module named '{name}'; '{outer}' is not a package"
            raise m.fail("ModuleNotFoundError", message)

    def _submodule(self, m: Machine, outer: Value, name: str, path: Path) -> Value:
        """The module of a file or package; its package gets it as an attribute once it has run.

        Imported again it is not bound again: the package may have put a function in its place.
        """
        place: Any = ("module", path)
        first = place not in m.heap
        module = self.run_path(m, path)
        if first and isinstance(outer, ModuleRef):
            m.write(outer.id, m.heap[outer.id].set(name, module))
        return module

    def run_path(self, m: Machine, path: Path) -> Value:
        """The module of a file or package, run the first time it is imported on this path."""
        place: Any = ("module", path)
        known = m.heap.get(place)
        if known is not None:
            if place in self.loading:
                self.circular = min(self.circular, self.loading.index(place))
            self._needs(place)
            return known
        return m.choose(lambda: self._load(m, path, place))

    def _dotted(self, path: Path) -> str:
        """A module's name with those of the packages that it lies in."""
        parts = [path.stem]
        for folder in path.parents:
            if not folder.name or folder == self.root or folder in self.tops:
                break
            if not self.disk.is_file(folder / "__init__.py"):
                break
            parts.append(folder.name)
        return ".".join(reversed(parts))

    def _needs(self, place: Any) -> None:
        """Notes that the modules being imported need one that is there already."""
        for needed in self.needed:
            needed.add(place)

    def _load(self, m: Machine, path: Path, place: Any) -> list[Flow]:
        """Runs a module, or takes over what it made when another entry imported it."""
        self.imports += 1
        if self._restore(m, place):
            return [Flow(NORMAL, m.save(), m.heap[place])]
        file = path / "__init__.py" if path.suffix != ".py" else path
        codes: tuple[Code, ...] | None = ()
        if self.disk.is_file(file) or path.suffix == ".py":
            codes = self.lowered(file)
        if codes is None or place in self.endless:
            reason = "the module can't be read" if codes is None else "its import has no end"
            m.undecided(str(path.name), reason, 1)
            unknown = Unknown(("module", str(path)), path.stem)
            return [Flow(NORMAL, m.save(), unknown)]
        before = m.save()
        module = ModuleRef(m.allocate(namespace(path, self._dotted(path))), path.stem)
        m.slotted.add(module.id)
        m.write(place, module)
        depth = len(self.loading)
        at_start = m.budget.steps
        self.loading.append(place)
        self.needed.append(set())
        flows = self.execute(m, module, codes) if codes else [Flow(NORMAL, m.save())]
        self.loading.pop()
        needed = {one for one in self.needed.pop() if one in before.heap}
        if m.budget.steps < 0 and at_start > m.budget.whole // 2:
            self.endless.add(place)
        alone = self.circular >= depth
        if alone:
            self.circular = NOWHERE
            made = take_snapshot(before, flows, needed)
            if made is not None:
                self.snapshots[place, m.library.flavour(m)] = made
        return [flow if flow.kind == RAISE else Flow(NORMAL, flow.state, module) for flow in flows]

    def _restore(self, m: Machine, place: Any) -> bool:
        """Takes a kept import over, and those it needs; False where that can't be done."""
        snapshot = self.snapshots.get((place, m.library.flavour(m)))
        if snapshot is None:
            return False
        for needed, module in snapshot.needs:
            present = m.heap.get(needed)
            if present is None and self._restore(m, needed):
                present = m.heap.get(needed)
            if present != module:
                return False
        snapshot.restore(m)
        for place_needed in self.needed:
            place_needed.update(needed for needed, _ in snapshot.needs)
        return True

    def bring(self, m: Machine, module: ModuleRef) -> None:
        """Has a module there of which something is, though nothing on this path imported it.

        What was kept of an import in a circle may hold functions of more than it needs.
        """
        for snapshot in self.snapshots.values():
            if module.id not in m.heap and any(id == module.id for id, _ in snapshot.objects):
                snapshot.restore(m)
                for _, needed in snapshot.needs:
                    if needed.id not in m.heap:
                        self.bring(m, needed)
        if module.id not in m.heap:
            m.write(module.id, EMPTY.set("__name__", module.name))

    def execute(self, m: Machine, module: ModuleRef, codes: tuple[Code, ...]) -> list[Flow]:
        """Runs a module's body, a notebook's cells in order; a lost one may have made variables."""
        flows = [Flow(NORMAL, m.save())]
        frame: Frame | None = m.frame
        path = m.path() if frame is not None else ()
        for code in codes:
            m.reached[code] = None
            following: list[Flow] = []
            for flow in flows:
                if flow.kind == RAISE:
                    following.append(flow)
                    continue
                inner = Frame(module.id, code, module, None, path)
                m.load(flow.state)
                if code.lost:
                    m.taint = max(m.taint, 1)
                following.extend(
                    one if one.kind == RAISE else Flow(NORMAL, one.state)
                    for one in m.run_body(inner, code.body, m.save())
                )
            flows = following
        return flows

    def module_attribute(self, m: Machine, module: ModuleRef, name: str) -> Value:
        """``module.name``, a submodule where the namespace has none."""
        if module.id not in m.heap:
            self.bring(m, module)
        value = m.heap[module.id].get(name, MISSING)
        if value is not MISSING:
            found = settled(m, value)
            if isinstance(found, ModuleRef):
                self._needs(("module", Path(m.heap[found.id][PLACE])))
            return found
        if name == "__dict__":
            return AttributeTable(module.id)
        place = m.heap[module.id].get(PLACE)
        if isinstance(place, str) and not place.endswith(".py"):
            below = self._below(Path(place), name)
            if below is not None:
                return self._submodule(m, module, name, below)
        hook = settled(m, m.heap[module.id].get("__getattr__"))
        if isinstance(hook, Function) and not name.startswith("__"):
            return m.call(hook, (name,))
        return Unknown(("name", module.name, name), f"{module.name}.{name}")

    def import_name(self, m: Machine, module: Value, name: str) -> Value:
        """``from module import name``."""
        if isinstance(module, ModuleRef):
            return self.module_attribute(m, module, name)
        if isinstance(module, Extern):
            if module.name == "__future__":
                return m.unknown(name)
            full = f"{module.name}.{name}"
            if m.library.lacks(m, full):
                message = f"cannot import name '{name}' from '{module.name}'"
                raise m.fail("ImportError", message, epoch=m.library.epoch(m))
            return m.library.attribute(m, full)
        return Unknown(("name", module.key if isinstance(module, Unknown) else "", name), name)

    def import_star(self, m: Machine, module: Value) -> None:
        """``from module import *``; of a module outside, the names that are known."""
        if isinstance(module, Extern):
            for name in m.library.exported(module.name):
                brought = self.import_name(m, module, name)
                m.write(m.frame.id, m.heap[m.frame.id].set(name, brought))
            held = m.heap[m.frame.id]
            apart = m.library.builds_nothing(module.name) and held.get(STARRED) is not False
            m.write(m.frame.id, held.set(STARRED, apart))
        if not isinstance(module, ModuleRef):
            return
        from scopecheck.symbolic.iteration import iterate

        contents = m.heap[module.id]
        listed = settled(m, contents.get("__all__"))
        held = iterate(m, listed) if listed is not None else None
        names = (
            [n for n in held.items if isinstance(n, str)]
            if held is not None
            else [name for name in contents if not name.startswith(("_", "<"))]
        )
        target = m.heap[m.frame.id]
        for name in names:
            target = target.set(name, self.module_attribute(m, module, name))
        m.write(m.frame.id, target)
