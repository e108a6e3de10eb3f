"""A picture of the losses: SVG by hand, PNG through matplotlib."""

from __future__ import annotations

import html
import importlib
from collections.abc import Iterator, Sequence
from pathlib import Path

from scopecheck.runtime.errors import TargetFailed
from scopecheck.runtime.train import Trained

WIDTH, HEIGHT, MARGIN = 720, 380, 56
COLOURS = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9")
Series = tuple[str, list[float]]


def plot(trained: Trained, file: Path) -> None:
    """Draw the losses and what was watched, step by step, into a PNG or an SVG."""
    series = list(_series(trained))
    if not series:
        raise TargetFailed("--plot: there is no loss to draw")
    if file.suffix.lower() == ".svg":
        file.write_text(svg(series, trained.target), encoding="utf-8")
    elif file.suffix.lower() == ".png":
        _png(series, trained.target, file)
    else:
        raise TargetFailed(f"--plot {file}: give a file that ends in .png or .svg")


def _series(trained: Trained) -> Iterator[Series]:
    for row in trained.rows:
        values = [loss for loss in row.losses if loss is not None]
        if values:
            yield row.name, values
    for name, watched in trained.watched:
        yield name, list(watched)


def svg(series: Sequence[Series], title: str) -> str:
    """A line for each series over the steps."""
    values = [value for _, line in series for value in line]
    low, high = min(values), max(values)
    span = (high - low) or 1.0
    steps = max(len(line) for _, line in series)
    right, bottom = WIDTH - MARGIN, HEIGHT - MARGIN - 18 * len(series)

    def point(step: int, value: float) -> str:
        x = MARGIN + (right - MARGIN) * step / max(steps - 1, 1)
        return f"{x:.1f},{bottom - (bottom - MARGIN) * (value - low) / span:.1f}"

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" '
        'font-family="sans-serif" font-size="12" role="img">',
        f"<title>{html.escape(title)}</title>",
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="white"/>',
        f'<text x="{MARGIN}" y="24" font-size="14">{html.escape(title)}: loss by step</text>',
        f'<path d="M{MARGIN},{MARGIN}V{bottom}H{right}" fill="none" stroke="#888"/>',
        f'<text x="{MARGIN - 6}" y="{MARGIN + 4}" text-anchor="end">{high:.3g}</text>',
        f'<text x="{MARGIN - 6}" y="{bottom}" text-anchor="end">{low:.3g}</text>',
        f'<text x="{MARGIN}" y="{bottom + 16}">1</text>',
        f'<text x="{right}" y="{bottom + 16}" text-anchor="end">step {steps}</text>',
    ]
    for number, (name, line) in enumerate(series):
        colour = COLOURS[number % len(COLOURS)]
        points = " ".join(point(step, value) for step, value in enumerate(line))
        y = bottom + 36 + 18 * number
        parts.append(
            f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="2"/>'
        )
        parts.append(f'<path d="M{MARGIN},{y - 4}h24" stroke="{colour}" stroke-width="2"/>')
        parts.append(f'<text x="{MARGIN + 32}" y="{y}">{html.escape(name)}</text>')
    return "\n".join([*parts, "</svg>", ""])


def _png(series: Sequence[Series], title: str, file: Path) -> None:
    try:
        figures = importlib.import_module("matplotlib.figure")
    except ImportError:
        raise TargetFailed("--plot: a PNG needs matplotlib; an SVG needs nothing") from None
    figure = figures.Figure(figsize=(8, 4.5), layout="constrained")
    axes = figure.subplots()
    for (name, line), colour in zip(series, COLOURS * len(series), strict=False):
        axes.plot(range(1, len(line) + 1), line, label=name, color=colour)
    axes.set(title=title, xlabel="step", ylabel="loss")
    axes.legend()
    figure.savefig(file)
