"""What is said of a fault: what the program does, what was probably meant, what is right."""

from __future__ import annotations

from scopecheck.rules.trainable import Fault, Kind
from scopecheck.rules.wording import place
from scopecheck.trace import Site, TrainableSet

_EMPTY = "of an empty list apply_gradients changes nothing in Keras 2, and raises in Keras 3"


def said(fault: Fault, version: str | None) -> str:
    """What the steps do; version: None where it is the same in both."""
    by = fault.by
    if by is None:
        return _unbuilt(fault) if fault.kind is Kind.UNBUILT else _left_out(fault)
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
    if step.compiled is not None and step.compiled.listed:
        return _of_lists(fault)
    if fault.other is None and fault.kind in (Kind.LATE, Kind.USELESS) and by is not None:
        return (
            f"set {_flag(fault, by)} before {step.name}.compile(...), and compile again after "
            "every change that is meant to act"
        )
    name = _flag(fault, by) if by is not None else f"{_other(fault)}.trainable"
    return (
        f"right in every Keras: compile each model in the state that its own steps need, and set "
        f"{name} to True before every step that is to train it and to False before every "
        "step that is not; or set it and compile again before every kind of step"
    )


def _of_lists(fault: Fault) -> str:
    name = fault.step.name
    if fault.kind is Kind.UNBUILT:
        return f"call {name} on a batch, or read {name}.trainable_variables again in every step"
    if fault.kind is Kind.NOTHING:
        return (
            f"leave {name} trainable: in a training loop of your own a step changes only the "
            "weights in its list, so nothing has to be frozen for the other steps"
        )
    return f"read {name}.trainable_variables after this, best in every step"


def named(fault: Fault, by: TrainableSet) -> str:
    """The unit of an assignment, as the place that trains it calls it."""
    for step in (fault.step, fault.other):
        if step is not None and step.unit == by.unit:
            return f"`{step.name}`"
    if by.each is None:
        return f"`{by.name}`"
    whole = fault.step.name if fault.kind is Kind.NOTHING else by.each.removesuffix(".layers")
    return f"the layers of `{whole}`"


def _it(by: TrainableSet) -> str:
    return "it" if by.each is None else "them"


def _flag(fault: Fault, by: TrainableSet) -> str:
    name = named(fault, by)
    return f"{name[1:-1]}.trainable" if name[0] == "`" else f"trainable of {name.replace('`', '')}"


def _other(fault: Fault) -> str:
    return fault.other.name if fault.other is not None else "the judge"


def _at(fault: Fault, by: TrainableSet) -> str:
    return place(fault.step.site, by.site)


def _compiled(fault: Fault, here: Site) -> str:
    compiled = fault.step.compiled
    return "" if compiled is None else f" ({place(compiled.site, here)})"


def _is_listed(fault: Fault) -> bool:
    return fault.step.compiled is not None and fault.step.compiled.listed


def _meant(fault: Fault) -> str:
    if fault.other is None:
        return ""
    return f"; probably it was meant to be frozen in `{fault.other.name}` alone"


def _nothing(fault: Fault, by: TrainableSet, version: str | None) -> str:
    model = f"`{fault.step.name}` is never trained, its steps ({_at(fault, by)}) change no weights"
    if _is_listed(fault):
        reason = (
            f"the list of its trainable weights{_compiled(fault, by.site)} is empty, because "
            "they are frozen here"
        )
    elif version == "3":
        reason = "the flag reaches its weights at once and in every model"
    else:
        reason = (
            f"what is frozen here is still frozen when it is compiled{_compiled(fault, by.site)}"
        )
    end = f"; {_EMPTY}" if _is_listed(fault) else ""
    return f"{model}: {reason}{_meant(fault)}{end}"


def _never(fault: Fault, by: TrainableSet, version: str | None) -> str:
    name = named(fault, by)
    verb = "is" if name[0] == "`" else "are"
    return (
        f"{name} {verb} never trained: `{fault.step.name}` was "
        f"compiled{_compiled(fault, by.site)} to train {_it(by)}, but the flag reaches the "
        f"weights at once and in every model, so that the steps ({_at(fault, by)}) leave "
        f"{_it(by)} out"
        f"{_meant(fault)}"
    )


def _late(fault: Fault, by: TrainableSet, version: str | None) -> str:
    return (
        f"freezing {named(fault, by)} here comes too late for `{fault.step.name}`, whose steps "
        f"({_at(fault, by)}) train {_it(by)} all the same: what counts is the state at "
        f"{_moment(fault, by, version)}"
    )


def _again(fault: Fault, by: TrainableSet, version: str | None) -> str:
    return (
        f"the steps of `{fault.step.name}` ({_at(fault, by)}) train {named(fault, by)}, although "
        f"it was frozen when `{fault.step.name}` was compiled{_compiled(fault, by.site)}: what "
        "counts is the state at the first step; probably only the steps of its own are meant to "
        "train it"
    )


def _useless(fault: Fault, by: TrainableSet, version: str | None) -> str:
    return (
        f"unfreezing {named(fault, by)} here does nothing: the steps of `{fault.step.name}` "
        f"({_at(fault, by)}) still leave {_it(by)} out, because what counts is the state at "
        f"{_moment(fault, by, version)}"
    )


def _moment(fault: Fault, by: TrainableSet, version: str | None) -> str:
    if _is_listed(fault):
        return f"the time when the list of its weights is taken{_compiled(fault, by.site)}"
    compiled = f"compile{_compiled(fault, by.site)}"
    return f"the first step after {compiled}" if version == "3" else compiled


def _left_out(fault: Fault) -> str:
    return (
        f"the steps of `{fault.step.name}` also train `{_other(fault)}`, and teach it to be "
        "fooled: nothing freezes it there"
    )


def _unbuilt(fault: Fault) -> str:
    here = fault.step.compiled.site if fault.step.compiled is not None else fault.step.site
    return (
        f"the list of the trainable weights of `{fault.step.name}` is empty here: the model makes "
        f"its weights when it is first called, and its steps ({place(fault.step.site, here)}) "
        f"train nothing; {_EMPTY}"
    )
