"""What is reported of all that was found: asked for, in a given file, and not suppressed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from scopecheck.baseline import without_known
from scopecheck.report.result import Result
from scopecheck.rules import Finding, Label, Severity, merge
from scopecheck.rules.fingerprints import stamp
from scopecheck.rules.sco901_unreadable import unreadable
from scopecheck.rules.sco903_unused_suppression import RULE as UNUSED
from scopecheck.rules.sco903_unused_suppression import unused_suppression
from scopecheck.source import SourceFile, suppressions
from scopecheck.trace import Site
from scopecheck.workspace import Workspace, codes_for, rooted


def judge(workspace: Workspace, judged: Iterable[Finding]) -> Result:
    """The result of a run, from what the rules found in its traces."""
    problems = [
        finding for name in workspace.given for finding in _problems(workspace.sources[name])
    ]
    told = [_in_characters(workspace, finding) for finding in judged]
    found = [finding for finding in merge([*problems, *told]) if _concerns(workspace, finding)]
    taken = _asked_for(workspace, found)
    notes = [finding for finding in taken if finding.severity is Severity.NOTE]
    kept = _unsuppressed(workspace, [one for one in taken if one.severity is not Severity.NOTE])
    config = workspace.config
    names = workspace.given.keys() - {failure.file for failure in workspace.failures}
    result = Result(
        findings=tuple(stamp(merge(kept), lambda file: rooted(file, config.root))),
        notes=tuple(notes) if config.verbose else (),
        undecided=len(notes),
        files=len(names),
        failures=tuple(workspace.failures),
        names=frozenset(names),
    )
    return without_known(result, config)


def _in_characters(workspace: Workspace, finding: Finding) -> Finding:
    """The finding with columns as people and editors count them."""

    def label(one: Label) -> Label:
        site = workspace.in_characters(one.site)
        return one if site is one.site else replace(one, site=site)

    return replace(
        finding,
        site=workspace.in_characters(finding.site),
        path=tuple(label(one) for one in finding.path),
        related=tuple(label(one) for one in finding.related),
    )


def _problems(source: SourceFile) -> Iterator[Finding]:
    for problem in source.problems:
        end = problem.column + 1
        site = Site(source.path, problem.line, problem.column, problem.line, end, cell=problem.cell)
        yield unreadable(site, problem.message)


def _concerns(workspace: Workspace, finding: Finding) -> bool:
    """Does the finding lie in a given file, or come by way of one?"""
    sites = (finding.site, *(label.site for label in (*finding.path, *finding.related)))
    return any(site.file in workspace.given for site in sites)


def _asked_for(workspace: Workspace, findings: Iterable[Finding]) -> list[Finding]:
    codes: dict[str, frozenset[str]] = {}
    for finding in findings:
        codes.setdefault(finding.site.file, codes_for(finding.site.file, workspace.config))
    return [finding for finding in findings if finding.code in codes[finding.site.file]]


def _unsuppressed(workspace: Workspace, findings: list[Finding]) -> Iterator[Finding]:
    """The findings that no comment suppresses, and the comments that suppress nothing."""
    files = dict.fromkeys([*workspace.given, *(finding.site.file for finding in findings)])
    for name in files:
        own = [finding for finding in findings if finding.site.file == name]
        yield from _in_file(workspace, workspace.load(Path(name)), own)


def _in_file(
    workspace: Workspace, source: SourceFile, findings: list[Finding]
) -> Iterator[Finding]:
    comments = suppressions(source)
    for finding in findings:
        site = finding.site
        if not comments.covers(finding.code, site.line, site.end_line, site.cell):
            yield finding
    codes = codes_for(source.path, workspace.config)
    if UNUSED.code not in codes or source.path not in workspace.given:
        return
    if any(failure.file == source.path for failure in workspace.failures):
        return
    for unused in comments.unused(codes - {UNUSED.code}):
        end = unused.column + len(unused.text)
        site = Site(source.path, unused.line, unused.column, unused.line, end, cell=unused.cell)
        if not comments.covers(UNUSED.code, site.line, site.end_line, site.cell):
            yield unused_suppression(site, unused.codes)
