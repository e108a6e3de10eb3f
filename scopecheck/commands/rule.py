"""``scopecheck rule``: what a rule means."""

from __future__ import annotations

import click

from scopecheck.commands.output import show, stop


@click.command("rule")
@click.argument("code", required=False)
def command(code: str | None) -> None:
    """Explain a rule, by its code or name; without one, list all rules."""
    from scopecheck.report.explain import explain, overview
    from scopecheck.rules import all_rules
    from scopecheck.rules.selection import code_of

    if code is None:
        show(overview(entry.rule for entry in all_rules().values()), None)
        return
    entry = all_rules().get(code_of(code))
    if entry is None:
        stop(f"no rule is called {code!r}; `scopecheck rule` lists them")
    show(explain(entry.rule), None)
