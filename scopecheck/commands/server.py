"""``scopecheck server``: for editors."""

from __future__ import annotations

import click

from scopecheck.commands.output import stop


@click.command("server", short_help="Serve an editor (language server protocol).")
def command() -> None:
    """Speak the language server protocol over standard input and output."""
    try:
        from scopecheck.server import create
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in ("pygls", "lsprotocol"):
            raise
        stop("the language server needs pygls: pip install 'scopecheck[lsp]'")
    create().start_io()
