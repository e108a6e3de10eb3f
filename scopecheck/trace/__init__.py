"""The trace: one vocabulary for what a program does to TensorFlow's variable store.

Two producers fill it, the symbolic interpreter and the runtime probe; rules, reports
and comparisons read it and never ask where it came from.
"""

from __future__ import annotations

from scopecheck.trace.events import (
    ArgumentRefused,
    CellRepeated,
    CellRunAgain,
    CollectionRead,
    Decisions,
    EagerRequest,
    Event,
    FunctionCalled,
    GraphChanged,
    GraphRestored,
    LearningPhase,
    LossMinimized,
    NameScopeEntered,
    OpsBuilt,
    Refusal,
    ReuseSwitched,
    ScopeEntered,
    SessionRun,
    Undecided,
    UpdatesMade,
    VariableAssigned,
    VariableMade,
    VariableRequested,
    VariablesExcluded,
    compatible,
)
from scopecheck.trace.keras import (
    Compiled,
    Decided,
    LayerAsked,
    LayerStep,
    Predicted,
    TrainableSet,
    TrainStep,
    WeightsHandled,
)
from scopecheck.trace.scopes import NameScope, Reuse, ReuseSource, ScopeState
from scopecheck.trace.sites import CallPath, Site
from scopecheck.trace.tensors import GIVEN, Computed
from scopecheck.trace.trace import Ending, Holding, TensorFlowError, Trace, once
from scopecheck.trace.variables import Shape, Variable, dump_shape

__all__ = [
    "GIVEN",
    "ArgumentRefused",
    "CallPath",
    "CellRepeated",
    "CellRunAgain",
    "CollectionRead",
    "Compiled",
    "Computed",
    "Decided",
    "Decisions",
    "EagerRequest",
    "Ending",
    "Event",
    "FunctionCalled",
    "GraphChanged",
    "GraphRestored",
    "Holding",
    "LayerAsked",
    "LayerStep",
    "LearningPhase",
    "LossMinimized",
    "NameScope",
    "NameScopeEntered",
    "OpsBuilt",
    "Predicted",
    "Refusal",
    "Reuse",
    "ReuseSource",
    "ReuseSwitched",
    "ScopeEntered",
    "ScopeState",
    "SessionRun",
    "Shape",
    "Site",
    "TensorFlowError",
    "Trace",
    "TrainStep",
    "TrainableSet",
    "Undecided",
    "UpdatesMade",
    "Variable",
    "VariableAssigned",
    "VariableMade",
    "VariableRequested",
    "VariablesExcluded",
    "WeightsHandled",
    "compatible",
    "dump_shape",
    "once",
]
