"""All rules over one trace, and one finding for each cause over many."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from scopecheck.rules.catalogue import all_rules
from scopecheck.rules.finding import Finding, Label
from scopecheck.rules.unknown_names import can_be
from scopecheck.trace import Site, Trace


def check_trace(trace: Trace) -> list[Finding]:
    """The findings of every rule in one trace, by place."""
    found = [
        finding if trace.closed else _from_entry(finding, trace.opened)
        for entry in all_rules().values()
        if entry.check is not None
        for finding in entry.check(trace)
        if not (entry.rule.at_end and _is_cut_off(finding, trace))
    ]
    if trace.before_one:
        found = [replace(finding, tensorflow=trace.tensorflow) for finding in found]
    return merge(found)


def _is_cut_off(finding: Finding, trace: Trace) -> bool:
    """Whether only paths that a budget ended come to a finding's place."""
    return trace.finished is not None and finding.site not in trace.finished


def _from_entry(finding: Finding, opened: tuple[str, Site] | None) -> Finding:
    """A finding in a function that nothing calls: its path begins at the definition.

    That something of its name is called means that the call was not come to.
    """
    if not finding.path:
        return finding
    kind, site = opened or ("function", finding.path[0].site)
    what = kind.removeprefix("called ")
    nobody = "no checked file" if what == kind else "nothing that was followed"
    words = (
        f"{nobody} makes an object of this class: it is checked as if one were made"
        if what == "class"
        else f"{nobody} calls this {what}: it is checked as if it were called"
    )
    definition = Label(site, words)
    return replace(finding, path=(definition, *finding.path[1:]))


def merge(findings: Iterable[Finding]) -> list[Finding]:
    """One finding for each rule, place, variable and message, ordered by place.

    The same thing found on several ways is told once, on the way with the fewest
    conditions and, of these, the first; and not once more for a variable whose name
    is known in part only, if the name of one that was told may be that.
    """
    kept: dict[tuple[str, Site, str | None, str], Finding] = {}
    for finding in findings:
        key = (finding.code, finding.site, finding.variable, finding.message)
        other = kept.get(key)
        kept[key] = finding if other is None else _plainer(other, finding)
    told: dict[tuple[str, Site], set[str]] = {}
    for finding in kept.values():
        told.setdefault((finding.code, finding.site), set()).add(finding.variable or "")
    plain = (one for one in kept.values() if not _told_by_name(one, told[one.code, one.site]))
    return sorted(plain, key=_order)


def _told_by_name(finding: Finding, names: set[str]) -> bool:
    """Whether one of the names that were told for the place may be the variable's."""
    return any(can_be(finding.variable or "", other) for other in names)


def _plainer(first: Finding, second: Finding) -> Finding:
    """The finding with fewer conditions; an ``or`` of two where neither holds always."""
    if first.when is None or second.when is None:
        return first if first.when is None else second
    if first.when == second.when or second.when in first.when.split(" or "):
        return first
    if " or " in first.when:
        return first
    return replace(first, when=f"{first.when} or {second.when}")


def _order(finding: Finding) -> tuple[str, int, int, int, str, str]:
    site = finding.site
    cell = -1 if site.cell is None else site.cell
    return (site.file, cell, site.line, site.column, finding.code, finding.message)
