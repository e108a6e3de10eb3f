"""The reports: findings as text and as data, one file for each format."""

from __future__ import annotations

from scopecheck.report.formats import format_names, render
from scopecheck.report.result import Failure, Lines, Result

__all__ = ["Failure", "Lines", "Result", "format_names", "render"]
