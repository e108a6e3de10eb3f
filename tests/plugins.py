"""How a pytest that a test starts gets the plugin, which may be installed or not."""

from __future__ import annotations

from importlib.metadata import entry_points

_INSTALLED = any(entry.name == "scopecheck" for entry in entry_points(group="pytest11"))
PLUGIN = () if _INSTALLED else ("-p", "scopecheck.pytest_plugin")
