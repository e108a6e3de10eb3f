"""What is said of a fault: what the program does, what was probably meant, what is right."""

from __future__ import annotations

from scopecheck.rules.trainable import Fault, Kind
from scopecheck.rules.wording import place
from scopecheck.trace import TrainableSet


def said(fault: Fault, version: str | None) -> str:
    """What the steps do; version: None where it is the same in both."""
    by = fault.by
    if by is None:
        return _left_out(fault)
    tell = {
        Kind.NOTHING: _nothing,
        Kind.NEVER: _never,
        Kind.LATE: _late,
        Kind.AGAIN: _again,
        Kind.USELESS: _useless,
    }
    return tell[fault.kind](fault, by, version)


def advice(fault: Fault) -> str:
    """The two patterns that are right in every Keras, or the one for a single model."""
    step, by = fault.step, fault.by
    if fault.other is None and fault.kind in (Kind.LATE, Kind.USELESS) and by is not None:
        return (
            f"set {by.name}.trainable before {step.name}.compile(...), and compile again after "
            "every change that is meant to act"
        )
    name = by.name if by is not None else fault.other.name if fault.other is not None else ""
    return (
        f"right in every Keras: compile each model in the state that its own steps need, and set "
        f"{name}.trainable = True before every step that is to train it and False before every "
        "step that is not; or set it and compile again before every kind of step"
    )


def _at(fault: Fault, by: TrainableSet) -> str:
    return place(fault.step.site, by.site)


def _compiled(fault: Fault, by: TrainableSet) -> str:
    compiled = fault.step.compiled
    return "" if compiled is None else f" ({place(compiled.site, by.site)})"


def _meant(fault: Fault) -> str:
    if fault.other is None:
        return ""
    return f"; probably it was meant to be frozen in `{fault.other.name}` alone"


def _nothing(fault: Fault, by: TrainableSet, version: str | None) -> str:
    model = f"`{fault.step.name}` is never trained, its steps ({_at(fault, by)}) change no weights"
    if version == "3":
        reason = "the flag reaches its weights at once and in every model"
    else:
        reason = f"what is frozen here is still frozen when it is compiled{_compiled(fault, by)}"
    return f"{model}: {reason}{_meant(fault)}"


def _never(fault: Fault, by: TrainableSet, version: str | None) -> str:
    return (
        f"`{by.name}` is never trained: `{fault.step.name}` was compiled{_compiled(fault, by)} to "
        f"train it, but the flag reaches its weights at once and in every model, so that the "
        f"steps ({_at(fault, by)}) leave it out{_meant(fault)}"
    )


def _late(fault: Fault, by: TrainableSet, version: str | None) -> str:
    return (
        f"freezing `{by.name}` here comes too late for `{fault.step.name}`, whose steps "
        f"({_at(fault, by)}) train it all the same: what counts is the state at "
        f"{_moment(fault, by, version)}"
    )


def _again(fault: Fault, by: TrainableSet, version: str | None) -> str:
    return (
        f"the steps of `{fault.step.name}` ({_at(fault, by)}) train `{by.name}`, although it was "
        f"frozen when `{fault.step.name}` was compiled{_compiled(fault, by)}: what counts is the "
        "state at the first step; probably only the steps of its own are meant to train it"
    )


def _useless(fault: Fault, by: TrainableSet, version: str | None) -> str:
    return (
        f"unfreezing `{by.name}` here does nothing: the steps of `{fault.step.name}` "
        f"({_at(fault, by)}) still leave it out, because what counts is the state at "
        f"{_moment(fault, by, version)}"
    )


def _moment(fault: Fault, by: TrainableSet, version: str | None) -> str:
    compiled = f"compile{_compiled(fault, by)}"
    return f"the first step after {compiled}" if version == "3" else compiled


def _left_out(fault: Fault) -> str:
    judge = fault.other.name if fault.other is not None else "the judge"
    return (
        f"the steps of `{fault.step.name}` also train `{judge}`, and teach it to be fooled: "
        "nothing freezes it there"
    )
