"""Keras layers that are frozen, and an optimizer of tf.train that trains them all the same."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from scopecheck.rules.build import finding
from scopecheck.rules.finding import Finding, Label
from scopecheck.rules.networks import identity
from scopecheck.rules.rule import Rule
from scopecheck.rules.wording import listing, place
from scopecheck.trace import LossMinimized, Site, Trace, TrainableSet, Variable


@dataclass(frozen=True, slots=True)
class StillTrained:
    """A step without a list, the assignment that was to freeze, and what the step trains."""

    step: LossMinimized
    by: TrainableSet
    variables: tuple[Variable, ...]


def still_trained(trace: Trace) -> Iterator[StillTrained]:
    """Each assignment that a step doesn't ask about: a layer's flag changes no collection."""
    flags: dict[tuple[int, str], TrainableSet] = {}
    told: set[Site] = set()
    for event in trace.events:
        if isinstance(event, TrainableSet):
            flags.update({identity(variable): event for variable in event.variables})
        elif isinstance(event, LossMinimized) and event.var_list is None:
            frozen: dict[Site, list[Variable]] = {}
            for variable in event.trained or ():
                by = flags.get(identity(variable))
                if by is not None and not by.value and not by.when and by.site not in told:
                    frozen.setdefault(by.site, []).append(variable)
            for site, variables in frozen.items():
                told.add(site)
                yield StillTrained(event, flags[identity(variables[0])], tuple(variables))


def tell(rule: Rule, found: StillTrained) -> Finding:
    """The finding, at the assignment."""
    names = tuple(one.name.removesuffix(":0") for one in found.variables)
    where = place(found.step.site, found.by.site)
    return finding(
        rule,
        found.by,
        f"{found.step.optimizer} does not ask a Keras layer whether it is trainable: without "
        f"var_list, the step at {where} trains {listing(names)} all the same",
        variables=names,
        related=(Label(found.step.site, "trained here"),),
        help=(
            "pass the weights that are to learn to that step, as in "
            "minimize(loss, var_list=model.trainable_weights)"
        ),
    )
