"""Makes a finding from an event."""

from __future__ import annotations

from collections.abc import Iterable

from scopecheck.rules.finding import Finding, Label, Severity
from scopecheck.rules.paths import calls
from scopecheck.rules.rule import Rule
from scopecheck.rules.wording import Happening, condition
from scopecheck.trace import CallPath, TensorFlowError, VariableRequested


def finding(
    rule: Rule,
    event: Happening,
    message: str,
    *,
    variable: str | None = None,
    variables: tuple[str, ...] = (),
    related: Iterable[Label] = (),
    again: CallPath = (),
    severity: Severity | None = None,
    help: str | None = None,
) -> Finding:
    """A finding at the event's site, with the calls that lead there.

    again: the path of an earlier event, for the label ``called again here``.
    """
    error = getattr(event, "error", None)
    return Finding(
        code=rule.code,
        name=rule.name,
        severity=rule.severity if severity is None else severity,
        message=message,
        site=event.site,
        path=calls(event.path, again),
        variable=variable,
        variables=variables or (() if variable is None else (variable,)),
        related=tuple(related),
        error=error if isinstance(error, TensorFlowError) else None,
        when=condition(event),
        help=help,
    )


def about_request(
    rule: Rule,
    request: VariableRequested,
    message: str,
    *,
    related: Iterable[Label] = (),
    severity: Severity | None = None,
    help: str | None = None,
) -> Finding:
    """A finding about a refused request, which carries its variable and its earlier path."""
    return finding(
        rule,
        request,
        message,
        variable=request.name or None,
        related=related,
        again=request.variable.path if request.variable is not None else (),
        severity=severity,
        help=help,
    )
