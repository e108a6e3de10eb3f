"""verify's report as one page of HTML that needs nothing else: no script, no font, no network."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path

from scopecheck.report.result import Lines, Result
from scopecheck.rules import Finding, Label
from scopecheck.runtime.page_style import STYLE
from scopecheck.runtime.sharing import Sharing
from scopecheck.runtime.show import HOW, few
from scopecheck.runtime.verify import Loss, Verified
from scopecheck.trace import Site, Trace, Variable
from scopecheck.trace.variables import format_shape

AROUND = 2
"""Lines of code that are shown before and after a finding's."""

_QUOTED = re.compile(r"`([^`]+)`")


def write_page(file: Path, verified: Verified, result: Result, lines: Lines) -> None:
    """Write the page; OSError where it cannot be written."""
    file.write_text("\n".join(page(verified, result, lines)) + "\n", encoding="utf-8")


def page(verified: Verified, result: Result, lines: Lines) -> Iterator[str]:
    """The lines of the page."""
    title = escape(f"scopecheck verify {verified.target}")
    yield "<!doctype html>"
    yield f'<html lang="en"><head><meta charset="utf-8"><title>{title}</title>'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<link rel="icon" href="data:,">'
    yield f"<style>{STYLE}</style></head><body>"
    yield f"<header><h1>{escape(verified.target)}</h1>"
    how = HOW[verified.ended.how]
    yield f"<p>TensorFlow {escape(verified.ended.tensorflow)}; the program {escape(how)}.</p>"
    yield f"<p class='verdict'>{_verdict(verified, result)}</p></header><main>"
    yield from _section("Findings", _findings(result.findings, lines))
    yield from _section("Networks", _networks(verified.sharings))
    yield from _section("Losses", _losses(verified.losses))
    yield from _section("Variables by scope", _scopes(verified.trace))
    yield "</main></body></html>"


def _section(title: str, content: Iterator[str]) -> Iterator[str]:
    yield f"<section><h2>{title}</h2>"
    yield from content
    yield "</section>"


def _verdict(verified: Verified, result: Result) -> str:
    shared = sum(sharing.complete for sharing in verified.sharings)
    count = len(result.findings)
    found = f"{count} finding{'' if count == 1 else 's'}"
    told = f"{shared} of {len(verified.sharings)} networks share all their variables"
    return f"<strong class='{'bad' if count else 'good'}'>{found}</strong> · {told}"


def _findings(findings: Sequence[Finding], lines: Lines) -> Iterator[str]:
    if not findings:
        yield "<p class='good'>No variable-sharing problems found.</p>"
    for finding in findings:
        kind = finding.severity.value
        yield f"<article class='finding {kind}'>"
        yield f"<h3><code>{finding.code}</code> {_prose(finding.message)}</h3>"
        yield from _code(finding.site, (), lines)
        for label in finding.related:
            yield from _code(label.site, (label,), lines)
        if finding.error is not None:
            said = escape(f"{finding.error.type}: {finding.error.message}")
            yield f"<p><b>TensorFlow:</b> {said}</p>"
        if finding.help is not None:
            yield f"<p><b>Help:</b> {_prose(finding.help)}</p>"
        if finding.path:
            yield "<p><b>How the program gets here:</b></p><ol>"
            for step in finding.path:
                place = f"{step.site.where()} in {step.site.function}"
                yield f"<li><code>{escape(place)}</code></li>"
            yield "</ol>"
        yield "</article>"


def _code(site: Site, labels: Sequence[Label], lines: Lines) -> Iterator[str]:
    source = lines(site)
    text = "; ".join(label.text for label in labels)
    caption = f"{site.where()}{f': {text}' if text else ''}"
    rows = []
    first = max(1, site.line - AROUND)
    last = min(len(source), site.end_line + AROUND)
    for number in range(first, last + 1):
        marked = site.line <= number <= site.end_line
        row = f"<i>{number:>4}</i> {escape(source[number - 1])}"
        rows.append(f"<span class='{'here' if marked else 'near'}'>{row}</span>")
    yield f"<figure><figcaption>{_prose(caption)}</figcaption><pre>{''.join(rows)}</pre></figure>"


def _prose(text: str) -> str:
    """A text in which what stands in backticks is code."""
    return _QUOTED.sub(r"<code>\1</code>", escape(text))


def _networks(sharings: Sequence[Sharing]) -> Iterator[str]:
    if not sharings:
        yield "<p>No function, method or model was called more than once with variables.</p>"
    for sharing in sharings:
        kind = "good" if sharing.complete else "bad"
        count = f"{len(sharing.shared)} of {len(sharing.variables)} variables shared"
        yield f"<article><h3>{escape(sharing.name)} <small class='{kind}'>{count}</small></h3>"
        yield "<div class='wide'><table class='matrix'><thead><tr><th>variable</th>"
        for path in sharing.paths:
            yield f"<th><code>{escape(Path(path).name)}</code></th>"
        yield "</tr></thead><tbody>"
        different = set(sharing.different)
        for name in sharing.variables:
            style = " class='different'" if name in different else ""
            yield f"<tr{style}><th><code>{escape(name)}</code></th>"
            for path, held in zip(sharing.paths, sharing.held, strict=True):
                has = name in held
                title = f"{path} {'holds' if has else 'does not hold'} {name}"
                mark = "●" if has else "·"
                yield f"<td class='{'has' if has else 'not'}' title='{escape(title)}'>{mark}</td>"
            yield "</tr>"
        yield "</tbody></table></div>"
        for note in (sharing.compared, *sharing.notes):
            if note:
                yield f"<p>{_prose(note)}</p>"
        yield "</article>"


def _losses(losses: Sequence[Loss]) -> Iterator[str]:
    if not losses:
        yield "<p>Nothing is minimised.</p>"
        return
    yield "<div class='wide'><table><thead><tr><th>optimizer</th><th>trains</th>"
    yield "<th>its loss also reaches</th><th>trained by nothing</th></tr></thead><tbody>"
    for loss in losses:
        others = [name for name in loss.reached if name not in loss.trained]
        place = f"<code title='{escape(loss.site)}'>{escape(Path(loss.site).name)}</code>"
        yield f"<tr><th>{escape(loss.optimizer)}<br>{place}</th>"
        for names in (loss.trained, others):
            yield f"<td>{len(names)}: <code>{escape(few(names))}</code></td>"
        style = " class='bad'" if loss.left_out else ""
        yield f"<td{style}><code>{escape(few(loss.left_out))}</code></td></tr>"
    yield "</tbody></table></div>"


def _scopes(trace: Trace) -> Iterator[str]:
    """The variables as a tree of their scopes."""
    tree: _Scope = {}
    for ending in trace.endings:
        for holding in ending.holdings:
            *scopes, last = holding.variable.name.removesuffix(":0").split("/")
            place = tree
            for scope in scopes:
                place = place.setdefault(f"{scope}/", {})  # type: ignore[assignment]
            place[last] = holding.variable
    yield "<ul class='tree'>"
    yield from _branch(tree)
    yield "</ul>"


_Scope = dict[str, "Variable | _Scope"]


def _branch(scope: _Scope) -> Iterator[str]:
    for name, inner in scope.items():
        if isinstance(inner, Variable):
            kind = "" if inner.trainable else " <small>not trained</small>"
            shape = escape(f"{format_shape(inner.shape)} {inner.dtype}")
            made = escape(f"{inner.made_by} at {inner.site.where()}")
            shown = f"<code>{escape(name)}</code> <small>{shape}</small>{kind}"
            yield f"<li title='{made}'>{shown}</li>"
        else:
            yield f"<li><details open><summary><code>{escape(name)}</code></summary><ul>"
            yield from _branch(inner)
            yield "</ul></details></li>"
