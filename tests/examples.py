"""The examples that rules carry, as files."""

from __future__ import annotations

import json

from scopecheck.rules import Rule


def program(rule: Rule, text: str) -> tuple[str, str]:
    """A file's name and content for an example; ``# %%`` begins a notebook's cell."""
    if not rule.notebook:
        return "example.py", text
    cells = [
        {"cell_type": "code", "source": cell, "metadata": {}, "outputs": [], "execution_count": 1}
        for cell in text.split("# %%\n")[1:]
    ]
    notebook = {"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
    return "example.ipynb", json.dumps(notebook)
