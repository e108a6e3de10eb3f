"""The trace: one vocabulary for what a program does to TensorFlow's variable store.

Two producers fill it, the symbolic interpreter and the runtime probe; rules, reports
and comparisons read it and never ask where it came from.
"""

from __future__ import annotations

from scopecheck.trace.events import (
    ArgumentRefused,
    EagerRequest,
    Event,
    FunctionCalled,
    GraphChanged,
    LossMinimized,
    NameScopeEntered,
    Refusal,
    ReuseSwitched,
    ScopeEntered,
    Undecided,
    VariableMade,
    VariableRequested,
)
from scopecheck.trace.scopes import NameScope, Reuse, ReuseSource, ScopeState
from scopecheck.trace.sites import CallPath, Site
from scopecheck.trace.trace import Ending, Holding, TensorFlowError, Trace
from scopecheck.trace.variables import Shape, Variable, dump_shape

__all__ = [
    "ArgumentRefused",
    "CallPath",
    "EagerRequest",
    "Ending",
    "Event",
    "FunctionCalled",
    "GraphChanged",
    "Holding",
    "LossMinimized",
    "NameScope",
    "NameScopeEntered",
    "Refusal",
    "Reuse",
    "ReuseSource",
    "ReuseSwitched",
    "ScopeEntered",
    "ScopeState",
    "Shape",
    "Site",
    "TensorFlowError",
    "Trace",
    "Undecided",
    "Variable",
    "VariableMade",
    "VariableRequested",
    "dump_shape",
]
