"""Records of what is trained, and of batch normalisation's updates."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from scopecheck.models.store.variables import VariableTensor
from scopecheck.models.told import Raw, Teller, tensors_in
from scopecheck.models.world import current
from scopecheck.symbolic.values import Value
from scopecheck.trace import CallPath, Event, LossMinimized, Site, UpdatesMade, VariableAssigned

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine


@dataclass(frozen=True, slots=True, eq=False)
class Minimized(Raw):
    """minimize or apply_gradients; listed: the variables that were given."""

    site: Site
    path: CallPath
    optimizer: str
    listed: tuple[VariableTensor, ...] | None
    slots: tuple[str, ...]
    loss: Value
    trained: tuple[VariableTensor, ...] | None
    step: Value
    graph: int

    def tell(self, teller: Teller, cell: Any, when: tuple[str, ...]) -> Event | None:
        """The event."""
        return LossMinimized(
            self.site,
            self.path,
            self.optimizer,
            None if self.listed is None else tuple(one.record.name for one in self.listed),
            self.slots,
            None if self.loss is None else teller.computed(self.loss),
            None if self.trained is None else tuple(one.record for one in self.trained),
            None,
            teller.computed(self.step),
            self.graph,
            teller.under(cell[0][1]),
            when,
        )


@dataclass(frozen=True, slots=True, eq=False)
class Updated(Raw):
    """Operations that move the statistics of a batch normalisation."""

    site: Site
    path: CallPath
    by: str
    updates: tuple[Value, ...]
    statistics: tuple[VariableTensor, ...]
    inputs: Value
    collection: str | None
    graph: int
    by_phase: bool = False

    def tell(self, teller: Teller, cell: Any, when: tuple[str, ...]) -> Event | None:
        """The event."""
        return UpdatesMade(
            self.site,
            self.path,
            self.by,
            teller.every(self.updates),
            tuple(one.record for one in self.statistics),
            (teller.computed(self.inputs),),
            self.collection,
            self.graph,
            self.by_phase,
            teller.under(cell[0][1]),
            when,
        )


@dataclass(frozen=True, slots=True, eq=False)
class Assigned(Raw):
    """An assignment to a variable."""

    site: Site
    path: CallPath
    variable: VariableTensor
    values: tuple[Value, ...]

    def tell(self, teller: Teller, cell: Any, when: tuple[str, ...]) -> Event | None:
        """The event."""
        record = self.variable.record
        values, under = teller.every(self.values), teller.under(cell[0][1])
        return VariableAssigned(self.site, self.path, record, values, record.graph, under, when)


def assigned(m: Machine, variable: Value, values: tuple[Value, ...]) -> None:
    """Records that an operation assigns to a variable."""
    if isinstance(variable, VariableTensor):
        m.record(Assigned(m.site(), m.path(), variable, tensors_in(m, values)))


def updates_made(
    m: Machine,
    by: str,
    updates: tuple[Value, ...],
    statistics: list[Value],
    inputs: Value,
    collection: str | None,
    by_phase: bool = False,
) -> None:
    """Records the updates of one batch normalisation of these inputs."""
    variables = tuple(one for one in statistics if isinstance(one, VariableTensor))
    graph = current(m).id
    m.record(
        Updated(m.site(), m.path(), by, updates, variables, inputs, collection, graph, by_phase)
    )
