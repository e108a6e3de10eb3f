"""The style sheet of verify's page."""

from __future__ import annotations

STYLE = """
:root { --ink: #1d2330; --dim: #667085; --line: #d9dee7; --good: #05734f; --bad: #b3261e;
  --paper: #fff; --wash: #f5f7fa; --has: #0b66c3; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 72rem; padding: 1.5rem; color: var(--ink);
  background: var(--paper); font: 16px/1.5 system-ui, sans-serif; }
h1 { font-size: 1.5rem; margin: 0; overflow-wrap: anywhere; }
h2 { font-size: 1.2rem; border-bottom: 1px solid var(--line); padding-bottom: .25rem;
  margin-top: 2rem; }
h3 { font-size: 1rem; margin: .5rem 0; }
code, pre { font: 14px/1.45 ui-monospace, "DejaVu Sans Mono", monospace; }
h3 code, figcaption code { font-size: .92em; }
small { color: var(--dim); font-size: .85rem; }
.good { color: var(--good); }
.bad { color: var(--bad); }
.verdict { font-size: 1.1rem; }
article { border: 1px solid var(--line); border-radius: 6px; padding: .5rem 1rem; margin: 1rem 0; }
.finding.error { border-left: 5px solid var(--bad); }
.finding.warning { border-left: 5px solid #b25e02; }
figure { margin: .5rem 0; background: var(--wash); border-radius: 4px; padding: .5rem; }
figcaption { color: var(--dim); font-size: .85rem; }
pre { margin: 0; overflow-x: auto; }
pre span { display: block; }
pre i { color: var(--dim); font-style: normal; }
pre .here { background: #ffe8b3; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; }
th, td { border: 1px solid var(--line); padding: .2rem .6rem; text-align: left;
  vertical-align: top; }
tbody th { font-weight: normal; }
.matrix td { text-align: center; }
.matrix .has { color: var(--has); font-size: 1.1rem; }
.matrix .not { color: var(--dim); }
.matrix .different { background: #fdecea; }
.tree, .tree ul { list-style: none; padding-left: 1.2rem; margin: 0; }
summary { cursor: pointer; }
"""
