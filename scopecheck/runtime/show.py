"""What verify, train and compare print for people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from scopecheck.report.style import Line, Piece, line
from scopecheck.runtime.compare import Compared
from scopecheck.runtime.process import Ended
from scopecheck.runtime.sharing import Sharing
from scopecheck.runtime.train import Trained
from scopecheck.runtime.verify import Loss, Verified

HOW = {
    "fine": "ran to its end",
    "stopped": "stopped at its first training step (--run goes on)",
    "raised": "ended with an error",
}
_FEW = 6  # names that are listed before the rest is only counted


def heading(target: str, ended: Ended) -> Line:
    """What was run, where, and how it ended."""
    how = HOW[ended.how]
    return line(Piece(target, "strong"), f": TensorFlow {ended.tensorflow}; {how}")


def verified_lines(verified: Verified) -> Iterator[Line]:
    """The networks and the losses; the findings are another matter."""
    yield heading(verified.target, verified.ended)
    yield ()
    for sharing in verified.sharings:
        yield from sharing_lines(sharing)
        yield ()
    if not verified.sharings:
        yield line("No function, method or model was called more than once with variables.")
        yield ()
    for loss in verified.losses:
        yield from _loss(loss)
    if verified.losses:
        yield ()


def sharing_lines(sharing: Sharing) -> Iterator[Line]:
    """The table of a network, its verdict in colour."""
    head, *rest = sharing.lines()
    style = "help" if sharing.complete else "warning"
    yield line(Piece(head, style))
    for text in rest:
        yield line(Piece(text, "warning") if text.endswith("not shared") else text)


def _loss(loss: Loss) -> Iterator[Line]:
    yield line(
        Piece(f"{loss.optimizer} at {loss.site}", "strong"),
        f": trains {few(loss.trained)}",
    )
    others = tuple(name for name in loss.reached if name not in loss.trained)
    if others:
        yield line(f"  its loss also has gradients for {few(others)}")
    if loss.left_out:
        yield line(Piece(f"  trained by nothing: {few(loss.left_out)}", "warning"))


def trained_lines(trained: Trained) -> Iterator[Line]:
    """What each train operation changed, the losses, the paths, the machine."""
    yield heading(trained.target, trained.ended)
    yield ()
    yield from _matrix(trained)
    yield ()
    for row in trained.rows:
        seen = [loss for loss in row.losses if loss is not None]
        if seen:
            yield line(f"loss of {row.name}: {seen[0]:.4g} at first, {seen[-1]:.4g} at the end")
    for name, values in trained.watched:
        yield line(f"{name}: {values[0]:.4g} at first, {values[-1]:.4g} at the end")
    for name, told, _ in trained.same:
        yield line(f"{name}: {told.replace('disturbed', 'trained')}")
    yield from _machine(trained)
    yield ()
    for problem in trained.problems:
        yield line(Piece("problem: ", "warning"), problem)
    for note in trained.notes:
        yield line(Piece("note: ", "help"), note)
    if not trained.problems:
        some = " some of" if trained.notes else ""
        told = f"Every train operation changed{some} what it trains, and nothing else."
        yield line(Piece(told, "help"))


def _matrix(trained: Trained) -> Iterator[Line]:
    """A row for each train operation, a column for each group of variables."""
    names = [group.name for group in trained.groups]
    left = max((len(row.name) for row in trained.rows), default=0)
    widths = [max(len(name), len("unchanged")) for name in names]
    heads = "  ".join(name.ljust(width) for name, width in zip(names, widths, strict=True))
    yield line(Piece(f"{'':<{left}}  {heads}", "strong"))
    for row in trained.rows:
        pieces = [Piece(row.name.ljust(left))]
        for group, width in zip(trained.groups, widths, strict=True):
            members = set(group.variables)
            changed = members & row.changed
            word = "changed" if changed == members else f"{len(changed)} of {len(members)}"
            word = word if changed else "unchanged"
            right = changed == members & row.trained
            pieces.append(Piece("  " + word.ljust(width), "" if right else "warning"))
        yield tuple(pieces)


def _machine(trained: Trained) -> Iterator[Line]:
    steps = len(trained.seconds)
    later = trained.seconds[1:] or trained.seconds
    if later:
        each = sum(later) / len(later)
        yield line(f"{steps} steps, {each * 1000:.1f} ms each ({1 / each:.1f} steps/s)")
    if trained.added:
        yield line(f"operations added while training: {sum(trained.added)}")
    for what, found in (("variables", trained.variables), ("kernels", trained.kernels)):
        if found:
            shown = ", ".join(f"{count} on {name}" for name, count in sorted(found.items()))
            yield line(f"{what}: {shown}")
    if trained.replicas is not None:
        where = ", ".join(trained.replicas.devices)
        yield line(f"replicas: {where}; {trained.replicas.equal} variables equal on all of them")
    memory = f"peak memory: {trained.memory / 2**20:.0f} MB"
    if trained.gpu_memory:
        memory += f", on the GPU {trained.gpu_memory / 2**20:.0f} MB"
    yield line(memory)


def compared_lines(compared: Compared) -> Iterator[Line]:
    """The differences, or that there are none."""
    yield heading(compared.target, compared.ended)
    for difference in compared.differences:
        yield line(Piece("differs: ", "warning"), difference)
    for left in compared.undecided:
        yield line(Piece("undecided: ", "warning"), left)
    if not compared.differences:
        count = f"{compared.variables} variables" if not compared.undecided else "what is decided"
        yield line(
            Piece(f"Prediction and TensorFlow agree on {count}", "help"),
            ": names, shapes, dtypes, which calls hold them, who raises and where.",
        )


def few(names: Iterable[str]) -> str:
    """Some names, the rest counted."""
    listed = tuple(names)
    if not listed:
        return "nothing"
    if len(listed) <= _FEW:
        return ", ".join(listed)
    return f"{', '.join(listed[: _FEW - 1])} and {len(listed) - _FEW + 1} more"
