"""``scopecheck completion``: what a shell has to run to complete our words."""

from __future__ import annotations

import click

SETUP = {
    "bash": 'eval "$(scopecheck completion bash)"  # in ~/.bashrc',
    "zsh": 'eval "$(scopecheck completion zsh)"  # in ~/.zshrc',
    "fish": "scopecheck completion fish | source  # in ~/.config/fish/config.fish",
}


@click.command("completion", short_help="Print the completion script of a shell.")
@click.argument("shell", type=click.Choice(list(SETUP)))
def command(shell: str) -> None:
    """Print the completion script of a shell, for `eval`."""
    from click.shell_completion import get_completion_class

    root = click.get_current_context().find_root()
    name = str(root.info_name)
    kind = get_completion_class(shell)
    assert kind is not None
    click.echo(f"# {SETUP[shell]}")
    click.echo(kind(root.command, {}, name, f"_{name.upper()}_COMPLETE").source())
