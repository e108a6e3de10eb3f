"""``scopecheck rule``: what a rule means."""

from __future__ import annotations

import click

from scopecheck.commands.output import color_option, show, stop
from scopecheck.commands.settings import complete_codes


@click.command("rule", short_help="Explain a rule; without one, list them all.")
@click.argument("code", required=False, shell_complete=complete_codes)
@color_option
def command(code: str | None) -> None:
    """Explain a rule, by its code or name; without one, list all rules."""
    from scopecheck.config import ConfigError, codes
    from scopecheck.report.explain import explain, overview
    from scopecheck.rules import all_rules

    if code is None:
        show(overview(entry.rule for entry in all_rules().values()), None)
        return
    try:
        (known,) = codes([code])
    except ConfigError as error:
        stop(str(error))
    entry = all_rules().get(known)
    if entry is None:
        stop(f"{code!r} stands for several rules; `scopecheck rule` lists them")
    show(explain(entry.rule), None)
